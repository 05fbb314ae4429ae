import type { Glyph } from '../../api/generated';

/** The pictures inside nodes, as strokes in a box of 24 by 24; the same as in the picture crate, so that an export shows what the screen shows. */
export const GLYPHS: Record<Glyph, string> = {
  us: 'M3 8c2-2 4-2 6 0s4 2 6 0 4-2 6 0M3 13c2-2 4-2 6 0s4 2 6 0 4-2 6 0M3 18c2-2 4-2 6 0s4 2 6 0 4-2 6 0',
  'shopping-bag': 'M6 4h12l2 4v12H4V8zM4 8h16M9 12a3 3 0 0 0 6 0',
  plug: 'M9 3v5M15 3v5M6 8h12v4a6 6 0 0 1-12 0zM12 18v4',
  store: 'M5 4h14l2 5H3zM3 9a3 3 0 0 0 6 0 3 3 0 0 0 6 0 3 3 0 0 0 6 0M5 12v8h14v-8M10 20v-5h4v5',
  megaphone: 'M3 10v4l12 4V6zM15 8c3 0 6 1 6 4s-3 4-6 4M7 15.5v4h4v-2.8',
  building: 'M6 21V3h12v18M3 21h18M10 7h0M14 7h0M10 11h0M14 11h0M10 21v-5h4v5',
  handshake: 'M2 7l4-2 6 3 6-3 4 2v8l-3 1M12 8l-4 4c1 2 3 2 5 0l6 5M2 15l3 1 5 4c2 1 4 0 5-1',
  wrench: 'M14 7a5 5 0 0 1 6-3l-3 3v2h2l3-3a5 5 0 0 1-7 6l-8 8a2 2 0 0 1-3-3l8-8a5 5 0 0 1 2-2',
  none: '',
};

const paths = new Map<string, Path2D>();

/** A glyph ready to stroke. */
export function glyphPath(glyph: Glyph): Path2D {
  return strokesPath(GLYPHS[glyph]);
}

/** Path data ready to stroke; there are few of them. */
export function strokesPath(data: string): Path2D {
  let path = paths.get(data);
  if (!path) {
    path = new Path2D(data);
    paths.set(data, path);
  }
  return path;
}
