import type { Feature } from '../actions';
import { accountsFeature, dealsFeature } from '../features/accounts';
import { documentFeature } from '../features/document';
import { mapFeature } from '../features/map';
import { motionsFeature } from '../features/motions';
import { outcomesFeature } from '../features/outcomes';
import { partnersFeature } from '../features/partners';

/** The screens in the order of the rail. */
export const features: readonly Feature[] = [
  mapFeature,
  partnersFeature,
  accountsFeature,
  dealsFeature,
  motionsFeature,
  outcomesFeature,
  documentFeature,
];
