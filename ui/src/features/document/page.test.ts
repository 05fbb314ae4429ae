import { expect, it } from 'vitest';
import { gapBeside, pageSize, pictureWidth, zoomOf } from './page';

it.each([
  ['a tall desk, bound by its width', 'a4', 500, 2000, 210 / 297],
  ['a wide desk, bound by its height', 'a4', 1400, 700, 210 / 297],
  ['a sheet of letter paper', 'us_letter', 900, 700, 8.5 / 11],
  ['a slide', 'wide', 900, 700, 16 / 9],
] as const)('%s, shows a whole page with a margin', (_name, paper, deskWidth, deskHeight, ratio) => {
  const desk = { width: deskWidth, height: deskHeight };
  const { width, height } = pageSize(paper, 'fit', desk);
  expect(width / height).toBeCloseTo(ratio, 2);
  expect(width).toBeLessThanOrEqual(deskWidth - 80);
  expect(height).toBeLessThanOrEqual(deskHeight - 50);
  expect(pageSize(paper, 'fit', desk, 2).width * 2).toBeLessThanOrEqual(deskWidth - 80);
  expect(width + 2 * gapBeside({ width, height }, desk)).toBeLessThan(deskWidth);
});

it('keeps a page on a desk that is hardly there', () => {
  expect(pageSize('a4', 'fit', { width: 10, height: 10 }).height).toBe(120);
});

it('shows a page at its real size, whatever the desk is', () => {
  const { width } = pageSize('us_letter', 1, { width: 10, height: 10 });
  expect([width, zoomOf('us_letter', width)]).toEqual([816, 1]);
});

it.each([
  [521, 1, 540],
  [521, 2, 1060],
  [1, 1, 60],
  [9000, 1, 4000],
])('draws a page of %i pixels at %i device pixels each %i wide', (width, ratio, expected) => {
  expect(pictureWidth(width, ratio)).toBe(expected);
});
