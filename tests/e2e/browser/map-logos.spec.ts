// A partner's logo stands where its kind's sign would: on the map, in the inspector and in files.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './host';
import { ask, lookAtMap } from './looking';
import { findOnMap, inspector, placeOnMap, toast, undo } from './sample';
import { settled } from './settled';

test.use({ opens: 'sample' });

const RED = [200, 16, 46];
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="#c8102e"/></svg>`;

test.beforeEach(({ page }) => lookAtMap(page));

test('a logo is painted, shown in the inspector, exported, and gone after undo', async ({ page, host }) => {
  const at = await placeOnMap(page, 'Saltmarsh');
  const before = await painted(page, at);
  expect(before).not.toEqual(RED);
  await findOnMap(page, 'Saltmarsh');
  await expect(inspector(page).getByRole('img', { name: 'Logo of Saltmarsh' })).toHaveCount(0);
  const { outline } = await ask<{ outline: { partners: { id: string; name: string }[] }[] }>(page, 'map', {});
  const id = outline.flatMap(({ partners }) => partners).find(({ name }) => name === 'Saltmarsh')?.id;
  const shown = page.waitForResponse('**/rpc/map');
  await ask(page, 'logo_set', { id, base64: Buffer.from(LOGO).toString('base64') });
  const list = await (await shown).text();
  expect(list, 'the window brings each logo once, by itself').not.toContain('base64');
  await expect(inspector(page).getByRole('img', { name: 'Logo of Saltmarsh' })).toBeVisible();
  await expect.poll(() => painted(page, at)).toEqual(RED);

  const file = host.path('Map.svg');
  await host.answer(file);
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Export map' });
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(toast(page, 'Exported Map.svg')).toBeVisible();
  expect(readFileSync(file, 'utf8').match(/<image /g)).toHaveLength(1);
  const request = { format: 'png', theme: 'light', scale: 1, look: LOOK };
  expect(await hasRed(page, request), 'in the PNG').toBe(true);

  await findOnMap(page, 'Saltmarsh');
  await undo(page);
  await expect(inspector(page).getByRole('img', { name: 'Logo of Saltmarsh' })).toHaveCount(0);
  await expect.poll(() => painted(page, at)).toEqual(before);
});

/** What the window asks for at first. */
const LOOK = { style: 'organic', view: null, audience: 'internal', tidy_up: false };

/** The color on the canvas, once it rests. */
async function painted(page: Page, at: { x: number; y: number }): Promise<number[]> {
  await settled(page);
  return page
    .locator('.stage canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement, { x, y }) => {
      const box = canvas.getBoundingClientRect();
      const ratio = canvas.width / box.width;
      const { data } = canvas.getContext('2d')!.getImageData((x - box.left) * ratio, (y - box.top) * ratio, 1, 1);
      return [...data].slice(0, 3);
    }, at);
}

/** Whether the picture that the core draws has the logo's red in it. */
async function hasRed(page: Page, request: unknown): Promise<boolean> {
  return page.evaluate(
    async ([body, red]) => {
      const headers = { 'content-type': 'application/json', 'x-window': 'main' };
      const reply = await fetch('/rpc/map_picture', { method: 'POST', headers, body: JSON.stringify(body) });
      if (!reply.ok) throw new Error(await reply.text());
      const picture = await createImageBitmap(await reply.blob());
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d');
      context?.drawImage(picture, 0, 0);
      const pixels = context?.getImageData(0, 0, picture.width, picture.height).data ?? [];
      for (let at = 0; at < pixels.length; at += 4)
        if (red.every((part, index) => pixels[at + index] === part)) return true;
      return false;
    },
    [request, RED] as const,
  );
}
