import { expect, it } from 'vitest';
import { pageSize } from './page';

it.each([
  ['a tall desk, bound by its width', 'a4', 500, 2000, 210 / 297],
  ['a wide desk, bound by its height', 'a4', 1400, 700, 210 / 297],
  ['a sheet of letter paper', 'us_letter', 900, 700, 8.5 / 11],
  ['a slide', 'wide', 900, 700, 16 / 9],
] as const)('%s, shows a whole page with a margin', (_name, paper, deskWidth, deskHeight, ratio) => {
  const { width, height } = pageSize(paper, deskWidth, deskHeight);
  expect(width / height).toBeCloseTo(ratio, 2);
  expect(width).toBeLessThanOrEqual(deskWidth - 50);
  expect(height).toBeLessThanOrEqual(deskHeight - 50);
});

it('keeps a page on a desk that is hardly there', () => {
  expect(pageSize('a4', 10, 10).height).toBe(120);
});
