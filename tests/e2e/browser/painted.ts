// What the map's canvas was told to write, and what is wrong with it: names on each other or on a foreign node, cut off,
// or hard to tell from what is behind them.
import type { Page } from '@playwright/test';
import { settled } from './settled';

/** Half a pixel is what measuring may be off by. */
const SLACK = 0.5;
/** WCAG 2.2 AA for text of this size. */
const CONTRAST = 4.5;

interface Word {
  text: string;
  color: string;
  /** What lies around the letters: the color of their halo, or what was painted under them. */
  behind: string[];
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Painted {
  camera: { scale: number; x: number; y: number };
  view: { w: number; h: number };
  words: Word[];
}

export interface List {
  labels: { id: string | null; lines: string[] }[];
  nodes: { id: string; at: [number, number]; r: number }[];
}

/** Notes what is written on the map's canvas since it was last cleared. */
export function listen(): void {
  const written = new WeakMap<HTMLCanvasElement, Word[]>();
  const { fillText, strokeText, clearRect } = CanvasRenderingContext2D.prototype;
  const halos = new Map<string, string>();
  CanvasRenderingContext2D.prototype.strokeText = function (text, x, y) {
    halos.set(`${text} ${x} ${y}`, String(this.strokeStyle));
    strokeText.call(this, text, x, y);
  };
  CanvasRenderingContext2D.prototype.clearRect = function (...area) {
    written.set(this.canvas, []);
    halos.clear();
    clearRect.apply(this, area);
  };
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const size = Number(/([\d.]+)px/.exec(this.font)?.[1]);
    const w = this.measureText(text).width;
    const left = this.textAlign === 'center' ? x - w / 2 : this.textAlign === 'end' ? x - w : x;
    const box = { x: left, y: y - size * 0.97, w, h: size * 1.25 };
    const halo = halos.get(`${text} ${x} ${y}`);
    const words = this.canvas.isConnected ? written.get(this.canvas) : undefined;
    // What steps back while something else is looked at is meant to be faint.
    const behind = (): string[] => (this.globalAlpha < 1 ? [] : halo === undefined ? under(this, box) : [halo]);
    words?.push({ text, ...box, color: String(this.fillStyle), behind: behind() });
    fillText.call(this, text, x, y);
  };
  /** Colors just before, after and between the letters, before they are written. */
  function under(context: CanvasRenderingContext2D, { x, y, w, h }: Omit<Word, 'text' | 'color' | 'behind'>): string[] {
    return [0.02, 0.5, 0.98].map((share) => {
      const at = context.getTransform().transformPoint({ x: x + w * share, y: y + h / 2 });
      const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(at.x, at.y, 1, 1).data;
      return alpha < 255 ? '' : `rgb(${red}, ${green}, ${blue})`;
    });
  }
  Object.assign(window, { wordsOn: (canvas: HTMLCanvasElement) => written.get(canvas) ?? [] });
}

/** The map once it no longer moves. */
export async function crisp(page: Page): Promise<Painted> {
  const canvas = page.locator('canvas[data-drawn="crisp"]').first();
  await canvas.waitFor();
  await settled(page);
  return canvas.evaluate((element) => {
    const [scale = 1, x = 0, y = 0] = (element.dataset.camera ?? '').split(' ').map(Number);
    const { wordsOn } = window as unknown as { wordsOn: (canvas: Element) => Word[] };
    return {
      camera: { scale, x, y },
      view: { w: element.clientWidth, h: element.clientHeight },
      words: wordsOn(element),
    };
  });
}

export function clashes({ words, camera }: Painted, list: List): string[] {
  const found: string[] = [];
  words.forEach((a, i) => {
    for (const b of words.slice(i + 1)) if (overlap(a, b)) found.push(`${a.text} and ${b.text}`);
  });
  const own = new Map<string, Set<string>>();
  for (const label of list.labels) {
    for (const line of label.lines) own.set(line, (own.get(line) ?? new Set()).add(label.id ?? ''));
  }
  const factor = Math.min(1, camera.scale) * 0.88;
  for (const node of list.nodes) {
    const [x, y, r] = [node.at[0] * camera.scale + camera.x, node.at[1] * camera.scale + camera.y, node.r * factor];
    for (const word of words) {
      if (own.get(word.text)?.has(node.id)) continue;
      if (overlap(word, { x: x - r, y: y - r, w: 2 * r, h: 2 * r })) found.push(`${word.text} on ${node.id}`);
    }
  }
  return found;
}

/** Everything that is wrong with the words of a map that is shown whole. */
export async function wordDefects(page: Page, list: List): Promise<string[]> {
  const painted = await crisp(page);
  const canvas = await page.evaluate(() => {
    const stage = document.querySelector('.stage');
    return stage ? getComputedStyle(stage).backgroundColor : '';
  });
  const { w, h } = painted.view;
  const cut = painted.words.filter(
    (word) => word.x < -SLACK || word.y < -SLACK || word.x + word.w > w + SLACK || word.y + word.h > h + SLACK,
  );
  const faint = painted.words.flatMap(({ text, color, behind }) => {
    const least = Math.min(...behind.map((each) => contrast(color, each === '' ? canvas : each)));
    return least < CONTRAST ? [`“${text}” has a contrast of ${least.toFixed(2)}`] : [];
  });
  return [...clashes(painted, list), ...cut.map(({ text }) => `“${text}” is cut off on the map`), ...faint];
}

function contrast(a: string, b: string): number {
  const [light = 1, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** As WCAG 2.2 works it out, of `#rrggbb`, `rgb(…)` or `rgba(…)`. */
function luminance(color: string): number {
  const hex = /^#(..)(..)(..)/
    .exec(color)
    ?.slice(1)
    .map((part) => parseInt(part, 16));
  const parts = hex ?? (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function overlap(a: Omit<Word, 'text'>, b: Omit<Word, 'text'>): boolean {
  return a.x + SLACK < b.x + b.w && b.x + SLACK < a.x + a.w && a.y + SLACK < b.y + b.h && b.y + SLACK < a.y + a.h;
}
