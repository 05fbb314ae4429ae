// The map in front of a room.
import type { Page } from '@playwright/test';
import { command } from './editing';
import { graveFindings } from './grave';
import { expect, test } from './host';
import { lookAsked, lookAtMap } from './looking';
import { drag, findOnMap, map, placeOnMap, toast } from './sample';
import { settled } from './settled';

test.use({ opens: 'sample' });

test.beforeEach(({ page }) => lookAtMap(page));

test.describe('Present', () => {
  test.use({ viewport: { width: 1920, height: 1080 } });

  test('shows nothing but the map, for a client, in large letters; N adds; Escape leaves', async ({ page }) => {
    await map(page).focus();
    await page.keyboard.press('F11');
    await expect(page.getByRole('navigation', { name: 'Screens' })).toHaveCount(0);
    for (const gone of ['banner', 'complementary'] as const) await expect(page.getByRole(gone), gone).toHaveCount(0);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
    await expect.poll(() => lookAsked(page)).toMatchObject({ audience: 'client' });
    expect(await smallestText(page)).toBeGreaterThanOrEqual(28);
    await page.getByRole('button', { name: 'Dark wall' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector-dark');
    await map(page).focus();
    await page.keyboard.press('n');
    await page.keyboard.type('Brightwater');
    await page.keyboard.press('Enter');
    await expect(map(page)).toHaveAttribute('data-partners', '46');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Add partner' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Stop presenting' }).focus();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect.poll(() => lookAsked(page)).toMatchObject({ audience: 'internal' });
  });

  test('a frozen picture stays while edits go on', async ({ page }) => {
    await command(page, 'Present the map');
    await page.getByRole('button', { name: 'Freeze the picture' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Frozen' })).toBeVisible();
    await map(page).focus();
    await page.keyboard.press('n');
    await page.keyboard.type('Brightwater');
    const added = page.waitForResponse('**/rpc/map');
    await page.keyboard.press('Enter');
    await added;
    await expect(map(page)).toHaveAttribute('data-partners', '45');
    await page.keyboard.press('Escape');
    await command(page, 'Freeze or release');
    await expect(map(page)).toHaveAttribute('data-partners', '46');
  });

  test('a frozen picture follows no drag, neither here nor elsewhere', async ({ page }) => {
    await page.keyboard.press('F11');
    await expect.poll(() => lookAsked(page)).toMatchObject({ audience: 'client' });
    const here = await placeOnMap(page, 'Kessel & Partner');
    const apart = { x: here.x, y: here.y + 200 };
    const isHere = async (at: { x: number; y: number }): Promise<boolean> => {
      await page.mouse.click(apart.x, apart.y);
      await page.mouse.click(at.x, at.y);
      return (await map(page).getAttribute('data-selected')) === 'Kessel & Partner';
    };
    expect(await isHere(here)).toBe(true);
    await page.getByRole('button', { name: 'Freeze the picture' }).click();
    await drag(page, here, { x: 30, y: 0 });
    expect(await isHere({ x: here.x + 30, y: here.y }), 'the picture was moved under the hand').toBe(true);
    await placeOnMap(page, 'Kessel & Partner');
    await page.keyboard.press('m');
    await expect(toast(page, 'The picture is frozen')).toBeVisible();
    // As another window would.
    const shown = page.waitForResponse('**/rpc/map');
    await page.evaluate(moveAway, 'Kessel & Partner');
    await shown;
    expect(await isHere(here), 'the picture stays').toBe(true);
    await page.getByRole('button', { name: 'Release the picture' }).click();
    await expect.poll(() => isHere(here), 'the released picture shows where it lies now').toBe(false);
  });

  test('a partner is selected where it is clicked on the large map', async ({ page }) => {
    await page.keyboard.press('F11');
    const box = await map(page).boundingBox();
    if (!box) throw new Error('The map has no box.');
    await findAt(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    await expect(map(page)).toHaveAttribute('data-selected', 'Tidewater');
  });
});

test('nothing in front of a room has a grave finding', async ({ page }) => {
  await findOnMap(page, 'Fernhill Commerce');
  await page.keyboard.press('f');
  await page.keyboard.press('F11');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  expect(await graveFindings(page), 'projector').toEqual([]);
  await page.getByRole('button', { name: 'Dark wall' }).click();
  expect(await graveFindings(page), 'projector-dark').toEqual([]);
});

/** Runs in the page: moves a partner within its zone, past everything that this window does by itself. */
async function moveAway(name: string): Promise<void> {
  interface Answer {
    outline: { partners: { id: string; name: string }[] }[];
    list: { items: { type: string; id: string | null; at: [number, number] }[] };
  }
  const ask = async (command: string, body: unknown): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', 'x-window': 'main' };
    const reply = await fetch(`/rpc/${command}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(await reply.text());
    return (await reply.json()) as Answer;
  };
  const { outline, list } = await ask('map', {});
  const id = outline.flatMap(({ partners }) => partners).find((partner) => partner.name === name)?.id;
  const node = list.items.find((item) => item.id === `organization:${id}`);
  const [x, y] = node?.at ?? [0, 0];
  const moves = [{ id, x: -x, y }];
  await ask('map_place_many', { style: 'organic', view: null, moves, gesture: 'move', reason: null });
}

/** In pixels of the screen, of all texts that the map paints while it is looked at from near and as a whole. */
async function smallestText(page: Page): Promise<number> {
  await page.evaluate(() => {
    const plain = CanvasRenderingContext2D.prototype.fillText;
    const sizes: number[] = [];
    Object.assign(window, { sizes });
    CanvasRenderingContext2D.prototype.fillText = function (...words) {
      sizes.push(parseFloat(/([\d.]+)px/.exec(this.font)?.[1] ?? '0') * this.getTransform().a);
      plain.apply(this, words);
    };
  });
  await map(page).focus();
  for (const key of ['+', '+', '0']) {
    await page.keyboard.press(key);
    await settled(page);
  }
  const sizes = await page.evaluate(() => ('sizes' in window ? (window.sizes as number[]) : []));
  expect(sizes.length).toBeGreaterThan(20);
  return Math.round(Math.min(...sizes) * 100) / 100;
}

async function findAt(page: Page, at: { x: number; y: number }): Promise<void> {
  for (const dy of [0, -80, 80, -160, 160])
    for (const dx of [0, -80, 80, -160, 160]) {
      await page.mouse.click(at.x + dx, at.y + dy);
      if ((await map(page).getAttribute('data-selected')) === 'Tidewater') return;
    }
}
