/** Which inputs of a projection can be looked for. Pure. */

import type { Key, ProjectionForm } from '../../../api/generated';

/** What counts in the funnel is no figure. */
const NO_FIGURE = 'stage';

/** The target itself comes first where the model has one: the rest then only shapes it. Else what the model is made from. */
export function inputsToSolve({ model, models }: ProjectionForm): { value: Key; label: string }[] {
  const view = models.find((each) => each.model === model);
  if (!view) return [];
  const total = view.has_total ? [{ value: 'total', label: 'Target' }] : [];
  const own = view.inputs.filter(({ name }) => name !== NO_FIGURE);
  return [...total, ...own.map(({ name, label }) => ({ value: name, label }))];
}
