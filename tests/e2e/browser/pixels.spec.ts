// What is exported is what was on the screen: the file of a view beside the canvas that shows it, pixel by pixel.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { differing, type Compared } from './pixels';
import { expect, test, type Opens } from './host';
import { map, partnersOnMap, visit } from './sample';
import { settled } from './settled';

const FONTS = join(__dirname, '../../../assets/fonts');
/**
 * Outside the soft edges of shapes and letters so many pixels in a thousand may differ: stems of letters that each engine
 * sets on its own part of a pixel. And no square of 24 pixels may hold more than one in eight: less than a short name.
 */
const PER_THOUSAND = 6;
const WORST_SQUARE = 1 / 8;

const STYLES = { organic: 'Organic', value_chain: 'Value chain', by_kind: 'By kind' } as const;

const SEEN: readonly { opens: Opens; theme: string; style: keyof typeof STYLES }[] = [
  { opens: 'sample', theme: 'light', style: 'organic' },
  { opens: 'sample', theme: 'dark', style: 'organic' },
  { opens: 'sample', theme: 'projector', style: 'organic' },
  { opens: 'cncf', theme: 'light', style: 'organic' },
  // Lines that are led around others.
  { opens: 'sample', theme: 'light', style: 'value_chain' },
  { opens: 'made', theme: 'dark', style: 'by_kind' },
];

for (const { opens, theme, style } of SEEN) {
  test.describe(`the ${opens} in ${theme} colors, ${STYLES[style].toLowerCase()}`, () => {
    test.use({ opens });

    test('is the same as a file and on the screen', async ({ page }) => {
      await visit(page, 'Map');
      await partnersOnMap(page);
      await page.evaluate((wanted) => (document.documentElement.dataset.theme = wanted), theme);
      if (style !== 'organic') {
        const answer = page.waitForResponse((response) => response.url().endsWith('/rpc/map'));
        await page.getByRole('radio', { name: STYLES[style] }).click();
        await answer;
      }
      const screen = await shownOn(page, style);
      const paper = await page.context().newPage();
      const svg = await exported(page, { format: 'svg', theme, width: screen.width, look: { style } });
      const drawn = await drawnBy(paper, svg.toString('utf8'), screen);
      same('SVG', await compared(paper, screen.picture, drawn));
      const png = await exported(page, { format: 'png', theme, width: screen.width, look: { style } });
      same('PNG', await compared(paper, screen.picture, await placed(paper, png, screen)));

      // Were one name missing, it would be seen.
      const name = /<text id="name-of-organization-[^]*?<\/text>/.exec(svg.toString('utf8'))?.[0];
      if (!name) throw new Error('The file names nobody.');
      const without = await drawnBy(paper, svg.toString('utf8').replace(name, ''), screen);
      expect((await compared(paper, screen.picture, without)).worst).toBeGreaterThan(WORST_SQUARE);
    });
  });
}

function same(what: string, { share, worst, at }: Compared): void {
  expect.soft(share * 1000, `${what}: pixels in a thousand that differ`).toBeLessThanOrEqual(PER_THOUSAND);
  expect.soft(worst, `${what}: share of the worst square, at ${at.join(', ')}`).toBeLessThanOrEqual(WORST_SQUARE);
}

interface Shown {
  /** A PNG as a data URL. */
  picture: string;
  /** Of the list's bounds on the screen, in pixels. */
  width: number;
  size: { w: number; h: number };
  /** Where the bounds begin: less than a pixel from the picture's corner. */
  offset: { x: number; y: number };
}

/** The part of the canvas that the picture fills, at fit, on the color behind it. */
async function shownOn(page: Page, style: string): Promise<Shown> {
  await map(page).focus();
  await page.keyboard.press('0');
  await page.mouse.move(4, 4);
  await settled(page);
  const canvas = page.locator('.stage canvas[data-drawn="crisp"]');
  await expect(canvas).toHaveCount(1);
  const look = { style };
  return canvas.evaluate(async (element: HTMLCanvasElement, asked) => {
    const headers = { 'content-type': 'application/json', 'x-window': 'main' };
    const reply = await fetch('/rpc/map', { method: 'POST', headers, body: JSON.stringify(asked) });
    const { list } = (await reply.json()) as { list: { bounds: { x: number; y: number; w: number; h: number } } };
    const [scale = 1, x = 0, y = 0] = (element.dataset.camera ?? '').split(' ').map(Number);
    const [left, top] = [list.bounds.x * scale + x, list.bounds.y * scale + y];
    const [from, above] = [Math.floor(left), Math.floor(top)];
    const picture = document.createElement('canvas');
    picture.width = Math.floor(list.bounds.w * scale);
    picture.height = Math.floor(list.bounds.h * scale);
    const context = picture.getContext('2d');
    if (!context) throw new Error('There is no canvas.');
    context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--canvas');
    context.fillRect(0, 0, picture.width, picture.height);
    context.drawImage(element, -from, -above);
    return {
      picture: picture.toDataURL(),
      width: list.bounds.w * scale,
      size: { w: picture.width, h: picture.height },
      offset: { x: left - from, y: top - above },
    };
  }, look);
}

interface Asked {
  format: 'svg' | 'png';
  theme: string;
  width: number;
  look: { style: string };
}

async function exported(page: Page, asked: Asked): Promise<Buffer> {
  const bytes = await page.evaluate(async (picture) => {
    const headers = { 'content-type': 'application/json', 'x-window': 'main' };
    const body = JSON.stringify({ ...picture, scale: 1 });
    const reply = await fetch('/rpc/map_picture', { method: 'POST', headers, body });
    if (!reply.ok) throw new Error(await reply.text());
    return [...new Uint8Array(await reply.arrayBuffer())];
  }, asked);
  return Buffer.from(bytes);
}

/** The file as a browser draws it that has its fonts. */
async function drawnBy(paper: Page, svg: string, { size, offset }: Shown): Promise<string> {
  const face = (weight: number, file: string): string => {
    const data = readFileSync(join(FONTS, file)).toString('base64');
    return `@font-face { font-family: Inter; font-weight: ${weight}; src: url(data:font/ttf;base64,${data}) }`;
  };
  const faces = ['Regular', 'Medium', 'SemiBold', 'Bold'].map((cut, at) =>
    face([420, 520, 620, 680][at] ?? 420, `Inter-${cut}.ttf`),
  );
  const place = `position: absolute; left: ${offset.x}px; top: ${offset.y}px`;
  await paper.setViewportSize({ width: size.w, height: size.h });
  await paper.setContent(`<style>${faces.join('')} body { margin: 0 }</style><div style="${place}">${svg}</div>`);
  await paper.evaluate(() => document.fonts.ready);
  const taken = await paper.screenshot({ clip: { x: 0, y: 0, width: size.w, height: size.h } });
  return `data:image/png;base64,${taken.toString('base64')}`;
}

/** A PNG on the screen's pixels: it cannot begin between two of them. */
async function placed(paper: Page, png: Buffer, { size, offset }: Shown): Promise<string> {
  const source = `data:image/png;base64,${png.toString('base64')}`;
  const place = `position: absolute; left: ${Math.round(offset.x)}px; top: ${Math.round(offset.y)}px`;
  await paper.setContent(`<style>body { margin: 0 }</style><img style="${place}" src="${source}">`);
  await paper.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  const taken = await paper.screenshot({ clip: { x: 0, y: 0, width: size.w, height: size.h } });
  return `data:image/png;base64,${taken.toString('base64')}`;
}

function compared(paper: Page, a: string, b: string): Promise<Compared> {
  return paper.evaluate(differing, [a, b] as const);
}
