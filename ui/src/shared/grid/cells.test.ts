import { describe, expect, it } from 'vitest';
import { moved, nextEditable } from './cells';

const size = { rows: 100, columns: 9, page: 20 };

describe('moved', () => {
  it.each([
    ['ArrowDown', false, [6, 3]],
    ['ArrowUp', false, [4, 3]],
    ['ArrowLeft', false, [5, 2]],
    ['ArrowRight', false, [5, 4]],
    ['ArrowDown', true, [99, 3]],
    ['Home', false, [5, 0]],
    ['End', true, [99, 8]],
    ['PageDown', false, [25, 3]],
    ['PageUp', false, [0, 3]],
  ])('%s (ctrl %s) leads to %s', (key, ctrl, [row, column]) => {
    expect(moved({ row: 5, column: 3 }, key, ctrl, size)).toEqual({ row, column });
  });

  it('knows no other keys and no empty table', () => {
    expect(moved({ row: 0, column: 0 }, 'a', false, size)).toBeUndefined();
    expect(moved({ row: 0, column: 0 }, 'End', false, { ...size, rows: 0 })).toBeUndefined();
  });
});

describe('nextEditable', () => {
  const editable = [1, 3, 4];
  it.each([
    [{ row: 0, column: 1 }, false, { row: 0, column: 3 }],
    [{ row: 0, column: 4 }, false, { row: 1, column: 1 }],
    [{ row: 9, column: 4 }, false, undefined],
    [{ row: 1, column: 1 }, true, { row: 0, column: 4 }],
    [{ row: 0, column: 1 }, true, undefined],
  ])('from %o backwards %s: %o', (cell, backwards, expected) => {
    expect(nextEditable(cell, backwards, editable, 10)).toEqual(expected);
  });
});
