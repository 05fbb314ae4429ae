import { describe, expect, it } from 'vitest';
import { BoxIndex, overlap } from './box-index';
import { numbers } from './samples';

const next = numbers(11);
const boxes = Array.from({ length: 3000 }, (_, i) => ({
  x: next() * 4000 - 2000,
  y: next() * 2000 - 1000,
  // Some are long lines, some have no area.
  w: i % 7 === 0 ? next() * 1500 : next() * 60,
  h: i % 11 === 0 ? 0 : next() * 200,
}));
const index = new BoxIndex(boxes);

describe('within', () => {
  it.each([
    { x: -2000, y: -1000, w: 6000, h: 4000 },
    { x: -50, y: -50, w: 300, h: 120 },
    { x: 700, y: 300, w: 1, h: 1 },
    { x: 9000, y: 0, w: 10, h: 10 },
  ])('gives exactly the boxes that touch %o, in their order', (area) => {
    const touching = boxes.flatMap(({ x, y, w, h }, i) =>
      x <= area.x + area.w && x + w >= area.x && y <= area.y + area.h && y + h >= area.y ? [i] : [],
    );
    expect(index.within(area)).toEqual(touching);
  });

  it.each([0, 1, 16, 17, 257])('holds %d boxes', (count) => {
    const few = new BoxIndex(boxes.slice(0, count));
    expect(few.within({ x: -1e4, y: -1e4, w: 2e4, h: 2e4 })).toHaveLength(count);
  });
});

it('boxes that only touch do not overlap', () => {
  expect(overlap({ x: 0, y: 0, w: 10, h: 10 }, { x: 10, y: 0, w: 5, h: 5 })).toBe(false);
  expect(overlap({ x: 0, y: 0, w: 10, h: 10 }, { x: 9.9, y: 9.9, w: 5, h: 5 })).toBe(true);
});
