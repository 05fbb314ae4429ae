import { expect, it } from 'vitest';
import type { CustomFieldView } from '../../api/generated';
import { allColumns, columnsFor } from './columns';

it.each([
  [1372, 9],
  [1212, 9],
  [1020, 8],
  [860, 7],
  [400, 7],
])('at %i pixels %i columns stand', (width, count) => {
  expect(columnsFor(width)).toHaveLength(count);
});

it('keeps what can be edited, however little room there is', () => {
  const edited = columnsFor(0).filter((column) => column.editor !== 'none');
  expect(edited.map((column) => column.id)).toEqual(['name', 'kind', 'tier', 'stage', 'owner']);
});

it('shows the chosen columns in their order, with the name whatever was chosen', () => {
  const field: CustomFieldView = {
    key: 'seats',
    name: 'Seats',
    kind: 'number',
    choices: [],
    audience: 'internal',
    used: 0,
  };
  const all = allColumns([field]);
  const shown = (...chosen: string[]) => columnsFor(300, all, chosen).map(({ id }) => id);
  expect(shown('custom:seats', 'name', 'tier')).toEqual(['custom:seats', 'name', 'tier']);
  expect(shown('tags', 'custom:gone')).toEqual(['name', 'tags']);
  expect(shown()).toContain('custom:seats');
});
