/** Labels as small pictures, painted once: a gesture moves them at every frame and never changes their size. */

import { paintItem, type PaintTheme } from '../../shared/paint';
import { boxOf } from './frame';
import type { LabelItem } from './scene';

/** Around the text, for its halo and for what hangs below the line. */
const PAD = 4;
const MOST = 1200;
/** A sprite of another size is blurred: so many are painted anew at each frame. */
const RENEWED = 16;
const BLURRED = 0.015;

interface Sprite {
  canvas: HTMLCanvasElement;
  fontSize: number;
}

export class LabelSprites {
  readonly #settings: CanvasRenderingContext2DSettings;
  readonly #sprites = new Map<string, Sprite>();
  #theme: PaintTheme | undefined;
  #ratio = 1;
  #renewed = 0;

  constructor(settings: CanvasRenderingContext2DSettings) {
    this.#settings = settings;
  }

  /** Draws labels that are on the screen already. */
  draw(context: CanvasRenderingContext2D, items: readonly LabelItem[], theme: PaintTheme, ratio: number): void {
    if (theme !== this.#theme || ratio !== this.#ratio || this.#sprites.size > MOST) this.#sprites.clear();
    this.#theme = theme;
    this.#ratio = ratio;
    this.#renewed = 0;
    for (const item of items) this.#one(context, item, theme, ratio);
  }

  #one(context: CanvasRenderingContext2D, item: LabelItem, theme: PaintTheme, ratio: number): void {
    const key = `${item.id ?? ''}\n${item.color.color}\n${item.weight}\n${item.lines.join('\n')}`;
    let sprite = this.#sprites.get(key);
    const blurred = sprite && Math.abs(item.font_size / sprite.fontSize - 1) > BLURRED && this.#renewed < RENEWED;
    if (blurred) this.#renewed += 1;
    if (!sprite || blurred) sprite = this.#made(key, item, theme, ratio);
    if (!sprite) return;
    const grown = item.font_size / sprite.fontSize;
    const { x, y } = boxOf(item);
    const snapped = (value: number): number => Math.round(value * ratio) / ratio;
    context.drawImage(
      sprite.canvas,
      snapped(x - PAD * grown),
      snapped(y - PAD * grown),
      (sprite.canvas.width / ratio) * grown,
      (sprite.canvas.height / ratio) * grown,
    );
  }

  #made(key: string, item: LabelItem, theme: PaintTheme, ratio: number): Sprite | undefined {
    const box = boxOf(item);
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil((box.w + 2 * PAD) * ratio);
    canvas.height = Math.ceil((box.h + 2 * PAD) * ratio);
    const context = canvas.getContext('2d', this.#settings);
    if (!context) return undefined;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const view = { width: canvas.width / ratio, height: canvas.height / ratio };
    paintItem(context, item, { scale: 1, offset: [PAD - box.x, PAD - box.y], theme, view });
    const sprite = { canvas, fontSize: item.font_size };
    this.#sprites.set(key, sprite);
    return sprite;
  }
}
