// Pictures of screens hold few colors: with a palette they are a third as large, which counts for what is committed.
import { crc32, deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';

interface Indexed {
  width: number;
  height: number;
  /** Red, green, blue of each color in turn. */
  palette: number[];
  /** For each pixel its color's number, as base64. */
  pixels: string;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The same picture in 256 colors. The page only lends its decoder. */
export async function withPalette(page: Page, png: Buffer): Promise<Buffer> {
  const { width, height, palette, pixels } = await page.evaluate(indexed, png.toString('base64'));
  const rows = Buffer.from(pixels, 'base64');
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) rows.copy(lines, y * (width + 1) + 1, y * width, (y + 1) * width);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits, colors from a palette.
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Runs in the page, so everything it needs stands inside. */
async function indexed(base64: string): Promise<Indexed> {
  const MOST = 256;
  const EXACT = 96;
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('The page has no canvas.');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const at = (pixel: number): number =>
    ((data[pixel * 4] ?? 0) << 16) | ((data[pixel * 4 + 1] ?? 0) << 8) | (data[pixel * 4 + 2] ?? 0);

  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < width * height; pixel += 1) counts.set(at(pixel), (counts.get(at(pixel)) ?? 0) + 1);
  const colors = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));

  // Surfaces stay exact; then ever closer ones, so that a rare red is not lost among many grays.
  const chosen = colors.slice(0, EXACT);
  for (const apart of [48, 24, 12, 6, 0]) {
    for (const color of colors) {
      if (chosen.length === MOST) break;
      if (chosen.every((other) => distance(color, other) > apart * apart)) chosen.push(color);
    }
  }
  const numbers = new Map(colors.map((color) => [color, nearest(color)]));
  const pixels = Uint8Array.from({ length: width * height }, (_, pixel) => numbers.get(at(pixel)) ?? 0);
  const url = await new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsDataURL(new Blob([pixels]));
  });
  const palette = chosen.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]);
  return { width, height, palette, pixels: url.slice(url.indexOf(',') + 1) };

  function distance(a: number, b: number): number {
    const [red, green, blue] = [(a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255)];
    return red * red + green * green + blue * blue;
  }

  function nearest(color: number): number {
    let best = 0;
    for (let index = 1; index < chosen.length; index += 1) {
      if (distance(color, chosen[index] ?? 0) < distance(color, chosen[best] ?? 0)) best = index;
    }
    return best;
  }
}
