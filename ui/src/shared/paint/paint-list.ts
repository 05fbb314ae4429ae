import type { Badge, DisplayList, Item, Paint, Stroke } from '../../api/generated';
import { glyphPath, strokesPath } from './glyphs';
import { rasterOf } from './rasters';
import { shapePath, shapeReach } from './shapes';
import type { PaintTheme } from './theme';

/** How units of the list become pixels: pixel = unit × scale + offset. */
export interface Camera {
  scale: number;
  offset: readonly [number, number];
}

export interface PaintOptions extends Camera {
  theme: PaintTheme;
  /** Size of the view in CSS pixels; what lies outside is not drawn. */
  view: { width: number; height: number };
  /** How opaque an item is drawn, for example dimmed while another is in focus; 0 leaves it out. */
  alpha?: (item: Item, index: number) => number;
  /** The color of halos behind text; the canvas by default. */
  halo?: Paint;
}

/** Paints a display list, back to front. */
export function paintList(context: CanvasRenderingContext2D, list: DisplayList, options: PaintOptions): void {
  const pen = new Pen(context, options);
  list.items.forEach((item, index) => {
    const alpha = options.alpha?.(item, index) ?? (item.type === 'path' && item.quiet ? 0 : 1);
    if (alpha > 0) pen.item(item, alpha);
  });
  context.globalAlpha = 1;
}

/** Paints one item, for overlays. */
export function paintItem(context: CanvasRenderingContext2D, item: Item, options: PaintOptions, alpha = 1): void {
  new Pen(context, options).item(item, alpha);
  context.globalAlpha = 1;
}

/** What one pixel of the list is on the screen: kept above scale 1, shrunk below it (see list.rs). */
export function pixelScale(scale: number): number {
  return Math.min(1, scale);
}

const NOTE: Paint = { color: 'text-3', opacity: 1, mix: 1 };
const HALO: Paint = { color: 'halo', opacity: 1, mix: 1 };
const LINE_HEIGHT = 1.25;
/** How much lower the weight of a triangle lies than its center, in radii. */
const LOW = 0.2;
/** Smaller nodes show no glyph or logo, smaller signs nothing: radii in pixels of the screen, which may be a wall's. */
const SMALLEST_FACE = 6;
const SMALLEST_BADGE = 2.5;
/** Width of a sign's strokes and side of a logo's plate in radii; part of the plate that the picture fills (list.rs). */
const BADGE_STROKES = 1.2;
const LOGO_PLATE = 1.15;
const LOGO_INSIDE = 0.86;
/** Widths between which an arrow head's strokes stay, in pixels. */
const THINNEST_HEAD = 1.25;
const WIDEST_HEAD = 2.5;

class Pen {
  readonly #context: CanvasRenderingContext2D;
  readonly #options: PaintOptions;
  readonly #pixel: number;
  /** Pixels of the screen in one of the page's. */
  readonly #ratio: number;

  constructor(context: CanvasRenderingContext2D, options: PaintOptions) {
    this.#context = context;
    this.#options = options;
    this.#pixel = pixelScale(options.scale);
    this.#ratio = Math.max(1, context.getTransform().a);
    context.lineJoin = 'round';
  }

  item(item: Item, alpha: number): void {
    this.#context.globalAlpha = alpha;
    if (item.type === 'ellipse') this.#ellipse(item);
    else if (item.type === 'rect') this.#rect(item);
    else if (item.type === 'path') this.#path(item);
    else if (item.type === 'label') this.#label(item);
    else this.#shape(item);
  }

  #x(x: number): number {
    return x * this.#options.scale + this.#options.offset[0];
  }

  #y(y: number): number {
    return y * this.#options.scale + this.#options.offset[1];
  }

  #outside(left: number, top: number, right: number, bottom: number): boolean {
    const { width, height } = this.#options.view;
    return right < 0 || bottom < 0 || left > width || top > height;
  }

  #ellipse(item: Extract<Item, { type: 'ellipse' }>): void {
    const { scale } = this.#options;
    this.#context.beginPath();
    this.#context.ellipse(
      this.#x(item.at[0]),
      this.#y(item.at[1]),
      item.rx * scale,
      item.ry * scale,
      0,
      0,
      Math.PI * 2,
    );
    this.#finish(item.fill, item.stroke);
  }

  #rect(item: Extract<Item, { type: 'rect' }>): void {
    const { scale } = this.#options;
    const [x, y, w, h] = [this.#x(item.rect.x), this.#y(item.rect.y), item.rect.w * scale, item.rect.h * scale];
    if (this.#outside(x - 4, y - 4, x + w + 4, y + h + 4)) return;
    const radius = Math.min(item.radius * this.#pixel, Math.abs(w) / 2, Math.abs(h) / 2);
    this.#context.beginPath();
    this.#context.roundRect(x, y, w, h, radius);
    this.#finish(item.fill, null);
    if (item.hatch) this.#hatch(item.hatch, x, y, w, h);
    if (item.stroke) {
      this.#context.beginPath();
      this.#context.roundRect(x, y, w, h, radius);
      this.#finish(null, item.stroke);
    }
  }

  /** Diagonal lines inside the current path (tokens: `--hatch-*`). */
  #hatch(paint: Paint, x: number, y: number, w: number, h: number): void {
    const context = this.#context;
    const gap = 6 * this.#pixel * Math.SQRT2;
    context.save();
    context.clip();
    context.beginPath();
    for (let at = x - h; at < x + w; at += gap) {
      context.moveTo(at, y + h);
      context.lineTo(at + h, y);
    }
    context.strokeStyle = this.#options.theme.css(paint);
    context.lineWidth = 1.2 * this.#pixel;
    context.setLineDash([]);
    context.stroke();
    context.restore();
  }

  #path(item: Extract<Item, { type: 'path' }>): void {
    const points = item.points.map(([x, y]) => [this.#x(x), this.#y(y)] as [number, number]);
    const bend = item.bend && ([this.#x(item.bend[0]), this.#y(item.bend[1])] as [number, number]);
    const all = bend ? [...points, bend] : points;
    const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
    if (points.length < 2 || this.#outside(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))) return;
    trimEnds(points, bend, item.trim[0] * this.#pixel, item.trim[1] * this.#pixel);
    const context = this.#context;
    context.beginPath();
    points.forEach((point, index) => {
      const [x, y] = point;
      const [before, after] = [points[index - 1], points[index + 1]];
      const curve = before && after && roundedBend(before, point, after, (item.corner ?? 0) * this.#options.scale);
      if (index === 0) context.moveTo(x, y);
      else if (bend && points.length === 2) context.quadraticCurveTo(bend[0], bend[1], x, y);
      else if (curve) {
        context.lineTo(curve[0][0], curve[0][1]);
        context.quadraticCurveTo(x, y, curve[1][0], curve[1][1]);
      } else context.lineTo(x, y);
    });
    if (item.fill) context.closePath();
    if (item.change) this.#finish(null, item.change.rim);
    this.#finish(item.fill, item.stroke);
    if (item.arrow && item.stroke) this.#arrow(points, bend, item.stroke);
    if (item.change) this.#badge(...this.#middle(item), item.change.badge);
  }

  /** Half way along a line as it was given, before its ends were moved. */
  #middle(item: Extract<Item, { type: 'path' }>): [number, number] {
    const [x, y] = alongPath(item, 0.5);
    return [this.#x(x), this.#y(y)];
  }

  /** A small round sign beside a node's center or a line's middle. */
  #badge(centerX: number, centerY: number, badge: Badge): void {
    const pixel = this.#pixel;
    const [x, y, r] = [centerX + badge.at[0] * pixel, centerY + badge.at[1] * pixel, badge.r * pixel];
    if (r * this.#ratio < SMALLEST_BADGE) return;
    const context = this.#context;
    context.beginPath();
    context.arc(x, y, r, 0, Math.PI * 2);
    this.#finish(badge.fill, badge.stroke);
    if (badge.strokes) this.#strokes(strokesPath(badge.strokes), x, y, r * BADGE_STROKES, 3, badge.color);
  }

  /** Strokes in a box of 24 by 24, around a point. */
  #strokes(path: Path2D, x: number, y: number, side: number, width: number, color: Paint): void {
    const context = this.#context;
    context.save();
    context.translate(x - side / 2, y - side / 2);
    context.scale(side / 24, side / 24);
    context.strokeStyle = this.#options.theme.css(color);
    context.lineWidth = width;
    context.lineCap = 'round';
    context.setLineDash([]);
    context.stroke(path);
    context.restore();
  }

  /** An open arrow head at the last point. */
  #arrow(points: readonly [number, number][], bend: readonly [number, number] | null, stroke: Stroke): void {
    const tip = points.at(-1);
    const from = bend ?? points.at(-2);
    if (!tip || !from) return;
    const angle = Math.atan2(tip[1] - from[1], tip[0] - from[0]);
    const length = (6 + stroke.width * 1.5) * this.#pixel;
    this.#context.beginPath();
    for (const side of [-1, 1]) {
      this.#context.moveTo(
        tip[0] - length * Math.cos(angle + side * 0.45),
        tip[1] - length * Math.sin(angle + side * 0.45),
      );
      this.#context.lineTo(tip[0], tip[1]);
    }
    const width = Math.min(WIDEST_HEAD, Math.max(THINNEST_HEAD, stroke.width));
    this.#context.lineCap = 'round';
    this.#finish(null, { ...stroke, width, dash: [] });
    this.#context.lineCap = 'butt';
  }

  #shape(item: Extract<Item, { type: 'node' | 'mark' }>): void {
    const [x, y, r] = [this.#x(item.at[0]), this.#y(item.at[1]), item.r * this.#pixel];
    const reach = r * shapeReach(item.shape) + 4;
    if (this.#outside(x - reach, y - reach, x + reach, y + reach)) return;
    const context = this.#context;
    const change = item.type === 'node' ? item.change : undefined;
    if (change) {
      context.beginPath();
      shapePath(context, item.shape, x, y, r + change.offset * this.#pixel);
      this.#finish(null, change.rim);
    }
    context.beginPath();
    shapePath(context, item.shape, x, y, r);
    this.#finish(item.fill, item.stroke);
    if (item.type === 'mark') return;
    this.#face(item, x, y + (item.shape === 'triangle' ? r * LOW : 0), r);
    for (const badge of item.badges ?? []) this.#badge(x, y, badge);
    if (change) this.#badge(x, y, change.badge);
  }

  /** The logo, or the glyph where there is none (yet). */
  #face(item: Extract<Item, { type: 'node' }>, x: number, y: number, r: number): void {
    if (r * this.#ratio < SMALLEST_FACE) return;
    const logo = item.logo === undefined ? undefined : rasterOf(item.logo);
    if (!logo) {
      if (item.glyph !== 'none') this.#strokes(glyphPath(item.glyph), x, y, r * 0.95, 2, item.glyph_color);
      return;
    }
    const context = this.#context;
    const side = r * LOGO_PLATE;
    context.beginPath();
    context.roundRect(x - side / 2, y - side / 2, side, side, side * 0.18);
    this.#finish({ color: 'surface', opacity: 1, mix: 1 }, null);
    const grown = (side * LOGO_INSIDE) / Math.max(logo.width, logo.height);
    const [w, h] = [logo.width * grown, logo.height * grown];
    context.imageSmoothingQuality = 'high';
    context.drawImage(logo, x - w / 2, y - h / 2, w, h);
  }

  #label(item: Extract<Item, { type: 'label' }>): void {
    const pixel = this.#pixel;
    const x = this.#x(item.at[0]) + item.dx * pixel;
    const y = this.#y(item.at[1]) + item.dy * pixel;
    const [width, height] = [item.size[0] * pixel, item.size[1] * pixel];
    if (this.#outside(x - width, y - height, x + width, y + height)) return;
    const context = this.#context;
    const size = item.font_size * pixel;
    context.font = `${item.weight} ${size}px "Inter Picture", "Inter", sans-serif`;
    context.textAlign = item.align;
    context.textBaseline = 'alphabetic';
    const step = Math.round(item.font_size * LINE_HEIGHT) * pixel;
    this.#words(item.lines, [x, y], step, item.color, item.halo);
    if (item.note === undefined) return;
    context.font = `420 ${size}px "Inter Picture", "Inter", sans-serif`;
    this.#words([item.note], [x, y + item.lines.length * step], step, NOTE, item.halo);
  }

  #words(lines: readonly string[], [x, y]: [number, number], step: number, color: Paint, halo: boolean): void {
    const context = this.#context;
    if (halo) {
      context.strokeStyle = this.#options.theme.css(this.#options.halo ?? HALO);
      context.lineWidth = 3.5 * this.#pixel;
      context.setLineDash([]);
      lines.forEach((line, index) => context.strokeText(line, x, y + index * step));
    }
    context.fillStyle = this.#options.theme.css(color);
    lines.forEach((line, index) => context.fillText(line, x, y + index * step));
  }

  #finish(fill: Paint | null, stroke: Stroke | null): void {
    const context = this.#context;
    if (fill) {
      context.fillStyle = this.#options.theme.css(fill);
      context.fill();
    }
    if (stroke && stroke.width > 0) {
      context.strokeStyle = this.#options.theme.css(stroke.paint);
      context.lineWidth = stroke.width * this.#pixel;
      context.setLineDash(stroke.dash.map((part) => part * this.#pixel));
      context.stroke();
    }
  }
}

/** Moves the ends of a line inward, along it; of what is shorter than that, its last point is left at either end. */
export function trimEnds(
  points: [number, number][],
  bend: readonly [number, number] | null,
  start: number,
  end: number,
): void {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return;
  if (bend) {
    const [begin, finish] = [toward(first, bend, start), toward(last, bend, end)];
    points[0] = begin;
    points[points.length - 1] = finish;
    return;
  }
  shorten(points, start);
  points.reverse();
  shorten(points, end);
  points.reverse();
}

/** Takes `length` away from the beginning. */
function shorten(points: [number, number][], length: number): void {
  let left = length;
  for (let [a, b] = points; a && b; [a, b] = points) {
    const piece = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (piece > left || points.length === 2) {
      points[0] = toward(a, b, left);
      return;
    }
    left -= piece;
    points.shift();
  }
}

/** Where the curve around a bend begins and ends on its two arms (see list.rs); none where nothing turns. */
export function roundedBend(
  before: readonly [number, number],
  bend: readonly [number, number],
  after: readonly [number, number],
  corner: number,
): [[number, number], [number, number]] | undefined {
  const [ax, ay, bx, by] = [before[0] - bend[0], before[1] - bend[1], after[0] - bend[0], after[1] - bend[1]];
  const [a, b] = [Math.hypot(ax, ay), Math.hypot(bx, by)];
  if (corner <= 0 || a === 0 || b === 0) return undefined;
  const halfSine = Math.sqrt(Math.max(0, (1 + (ax * bx + ay * by) / (a * b)) / 2));
  if (halfSine < 1e-3) return undefined;
  const length = Math.min((2 * corner) / halfSine, a / 2, b / 2);
  return [toward(bend, before, length), toward(bend, after, length)];
}

/** The point at `t` from 0 to 1 of a line's curve, or of the length of its polyline. */
export function alongPath(
  { points, bend }: Pick<Extract<Item, { type: 'path' }>, 'points' | 'bend'>,
  t: number,
): [number, number] {
  const first: readonly [number, number] = points[0] ?? [0, 0];
  const last = points.at(-1) ?? first;
  if (bend) {
    const blend = (axis: 0 | 1): number =>
      (1 - t) ** 2 * first[axis] + 2 * (1 - t) * t * bend[axis] + t * t * last[axis];
    return [blend(0), blend(1)];
  }
  const lengths = points.slice(1).map(([x, y], index) => {
    const [a, b] = points[index] ?? first;
    return Math.hypot(x - a, y - b);
  });
  let left = t * lengths.reduce((sum, length) => sum + length, 0);
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [points[index] ?? first, points[index + 1] ?? last];
    if (left <= length) return toward(from, to, left);
    left -= length;
  }
  return [last[0], last[1]];
}

function toward(from: readonly [number, number], to: readonly [number, number], distance: number): [number, number] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const share = length === 0 ? 0 : Math.min(1, distance / length);
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}
