import type { ColumnShape } from './columns';
import { table } from './table.svelte';
import { found } from './words-used.svelte';

/** What a cell of several words offers: the choices of its field, or words that others have. */
export function offeredFor(shape: ColumnShape): readonly string[] {
  if (shape.choices) return shape.choices;
  if (shape.id === 'tags') return table.tags.map(({ name }) => name);
  return shape.id === 'regions' ? found.regions : shape.id === 'segments' ? found.segments : [];
}
