import type { Feature } from '../actions';
import { documentFeature } from '../features/document';
import { outcomesFeature } from '../features/outcomes';

/** The screens in the order of the rail. */
export const features: readonly Feature[] = [outcomesFeature, documentFeature];
