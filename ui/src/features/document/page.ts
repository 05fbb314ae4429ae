import type { Paper } from '../../api/generated';

/** Width and height of a page in CSS pixels, at its real size. */
const SIZES: Record<Paper, readonly [number, number]> = {
  a4: [(210 / 25.4) * 96, (297 / 25.4) * 96],
  us_letter: [8.5 * 96, 11 * 96],
  wide: [10 * 96, 5.625 * 96],
};
/** Beside the pages, for the edges of their neighbors, and above them. */
const ASIDE = 44;
const ABOVE = 26;

export interface PageSize {
  width: number;
  height: number;
}

/** How large a page is drawn: as a share of its real size, or so that `beside` of them fit on a desk. */
export function pageSize(paper: Paper, zoom: number | 'fit', desk: PageSize, beside = 1): PageSize {
  const [width, height] = SIZES[paper];
  const across = (desk.width - 2 * ASIDE) / (width * beside);
  const fitting = Math.max(120 / height, Math.min(across, (desk.height - 2 * ABOVE) / height));
  const scale = zoom === 'fit' ? fitting : zoom;
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** The share of its real size that a page of this width has. */
export function zoomOf(paper: Paper, width: number): number {
  return width / SIZES[paper][0];
}

/** A page of a width. */
export function sizeOf(paper: Paper, width: number): PageSize {
  const [whole, height] = SIZES[paper];
  return { width, height: Math.round((height / whole) * width) };
}

/** Between a page and its neighbors, so that a strip of them shows at the edges of the desk. */
export function gapBeside(page: PageSize, desk: PageSize): number {
  const room = (desk.width - page.width) / 2;
  return Math.max(20, room - 28);
}

/** In device pixels, in steps, so that a drag of the window's edge does not draw at every pixel. */
export function pictureWidth(width: number, devicePixels: number): number {
  return Math.max(60, Math.min(4000, Math.ceil((width * devicePixels) / 20) * 20));
}
