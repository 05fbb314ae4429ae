import { expect, it } from 'vitest';
import { SMALLEST_TEXT } from '../edges';
import { magnifiedFor } from './present';

it('the smallest text is 28 pixels high at 1080 lines, and in proportion on other walls', () => {
  for (const [lines, pixels] of [
    [1080, 28],
    [2160, 56],
    [720, 28 * (720 / 1080)],
  ] as const)
    expect(magnifiedFor(lines) * SMALLEST_TEXT, String(lines)).toBeCloseTo(pixels, 6);
});

it('never makes text smaller than on a desk', () => expect(magnifiedFor(300)).toBe(1));
