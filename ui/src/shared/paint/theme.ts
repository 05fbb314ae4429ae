import type { Paint } from '../../api/generated';
import { cssColor, mix, parseColor, type Rgba } from './color';

/** The colors of one theme, for a painter. Make a new one when the theme changes. */
export class PaintTheme {
  readonly #read: (token: string) => string;
  readonly #tokens = new Map<string, Rgba>();
  readonly #paints = new Map<string, string>();
  /** The same by object: a large picture asks thousands of times for each frame. */
  readonly #seen = new WeakMap<Paint, string>();

  constructor(read: (token: string) => string) {
    this.#read = read;
  }

  /** The tokens as they stand on an element. */
  static of(element: Element): PaintTheme {
    const style = getComputedStyle(element);
    return new PaintTheme((token) => style.getPropertyValue(`--${token}`));
  }

  /** A token or `#rrggbb`; anything unknown is the text color, so that nothing vanishes. */
  token(name: string): Rgba {
    const known = this.#tokens.get(name);
    if (known) return known;
    const found = parseColor(name.startsWith('#') ? name : this.#read(name)) ?? parseColor(this.#read('text'));
    const color = found ?? [0, 0, 0, 1];
    this.#tokens.set(name, color);
    return color;
  }

  /** A paint as a canvas takes it: mixed into the surface, then made as opaque as it says. */
  css(paint: Paint): string {
    const seen = this.#seen.get(paint);
    if (seen !== undefined) return seen;
    const css = this.#resolved(paint);
    this.#seen.set(paint, css);
    return css;
  }

  #resolved(paint: Paint): string {
    const key = `${paint.color}/${paint.mix}/${paint.opacity}`;
    const known = this.#paints.get(key);
    if (known) return known;
    const token = this.token(paint.color);
    const [red, green, blue, alpha] = paint.mix < 1 ? mix(token, this.token('surface'), paint.mix) : token;
    const css = cssColor([red, green, blue, alpha * paint.opacity]);
    this.#paints.set(key, css);
    return css;
  }
}
