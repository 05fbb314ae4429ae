import { expect, it } from 'vitest';
import { ordered, sortedBy } from './sorting';

it('turns on the second click and takes a further key with Shift', () => {
  let keys = sortedBy<string>([], 'depth', false, true);
  expect(keys).toEqual([{ column: 'depth', descending: true }]);
  keys = sortedBy(keys, 'depth', false, true);
  expect(keys).toEqual([{ column: 'depth', descending: false }]);
  keys = sortedBy(keys, 'name', true, false);
  expect(keys.map((key) => key.column)).toEqual(['depth', 'name']);
  keys = sortedBy(keys, 'name', true, false);
  expect(keys[1]).toEqual({ column: 'name', descending: true });
  expect(sortedBy(keys, 'kind', false, false)).toEqual([{ column: 'kind', descending: false }]);
});

it('has what is empty last in either direction, and equals by name', () => {
  const rows = [
    { id: '1', name: 'b10', figure: 1 },
    { id: '2', name: 'b9', figure: 1 },
    { id: '3', name: 'A', figure: null },
    { id: '4', name: 'c', figure: 5 },
  ];
  const names = (descending: boolean): string =>
    ordered(rows, [{ column: 'figure', descending }], (row) => row.figure)
      .map(({ name }) => name)
      .join(' ');
  expect(names(false)).toBe('b9 b10 c A');
  expect(names(true)).toBe('c b9 b10 A');
});
