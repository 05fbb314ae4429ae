/** How a doubt lies between its ends, as people call it. Pure. */
import type { DistributionKind } from '../../../api/generated';

interface ShapeChoice {
  value: DistributionKind;
  label: string;
  note: string;
}

export const SHAPES: readonly ShapeChoice[] = [
  { value: 'pert', label: 'PERT', note: 'Usual: close around what is expected' },
  { value: 'triangular', label: 'Triangular', note: 'Thins out straight to both ends' },
  { value: 'uniform', label: 'Uniform', note: 'Anything between the ends' },
  { value: 'lognormal', label: 'Lognormal', note: 'The ends are p10 and p90, never below 0' },
  { value: 'beta', label: 'Beta, for a rate', note: 'As wide from p10 to p90 as the ends' },
  { value: 'fixed', label: 'Fixed', note: 'Always what is expected' },
];

/** The usual one, where none was chosen. */
export const USUAL: DistributionKind = 'pert';

/** What is kept: nothing where it is the usual one. */
export function keptShape(chosen: string): DistributionKind | null {
  return SHAPES.find(({ value }) => value === chosen && value !== USUAL)?.value ?? null;
}
