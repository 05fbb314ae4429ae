import { expect, it } from 'vitest';
import { pageSize } from './page';

it.each([
  ['a tall desk, bound by its width', 500, 2000],
  ['a wide desk, bound by its height', 1400, 700],
])('%s, shows a whole A4 page with a margin', (_name, deskWidth, deskHeight) => {
  const { width, height } = pageSize(deskWidth, deskHeight);
  expect(width / height).toBeCloseTo(210 / 297, 2);
  expect(width).toBeLessThanOrEqual(deskWidth - 50);
  expect(height).toBeLessThanOrEqual(deskHeight - 50);
});

it('keeps a page on a desk that is hardly there', () => {
  expect(pageSize(10, 10).height).toBe(120);
});
