// The words by which the screens are reached, as a person reads them.
import type { Locator, Page } from '@playwright/test';
import { expect } from './host';

export const SCREENS = ['Map', 'Partners', 'Motions', 'Outcomes', 'Document'] as const;

/** From the start screen, as at the first run. */
export async function openSample(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await expect(screens(page)).toBeVisible();
}

export async function go(page: Page, screen: (typeof SCREENS)[number]): Promise<void> {
  await screens(page).getByRole('button', { name: screen, exact: true }).click();
}

/** The page with its workspace open and the screen shown. */
export async function visit(page: Page, screen: (typeof SCREENS)[number]): Promise<void> {
  await page.goto('/');
  await go(page, screen);
}

export function screens(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Screens' });
}

export function map(page: Page): Locator {
  return page.locator('[role="application"][data-partners]');
}

/** How many partners the map shows, once it shows any. */
export async function partnersOnMap(page: Page): Promise<number> {
  await expect(map(page)).not.toHaveAttribute('data-partners', '0');
  return Number(await map(page).getAttribute('data-partners'));
}

/** Selects a partner by its name, as the search above the map offers. */
export async function findOnMap(page: Page, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Find on the map' });
  await field.fill(name);
  await expect(page.getByRole('option', { name }).first()).toBeVisible();
  await field.press('Enter');
  await expect(map(page)).toHaveAttribute('data-selected', name);
}

/** Shows a partner's details beside the table, by keys alone. */
export async function findInTable(page: Page, name: string): Promise<void> {
  const grid = page.getByRole('grid', { name: 'Partners' });
  await page.getByRole('textbox', { name: 'Search partners' }).fill(name);
  // The head of the table, and the one who is looked for.
  await expect(grid).toHaveAttribute('aria-rowcount', '2');
  await page.keyboard.press('Enter');
  await expect(grid).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(inspector(page)).toBeVisible();
}

export function inspector(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Inspector' });
}

export function toast(page: Page, words: string | RegExp): Locator {
  return page.getByRole('status').filter({ hasText: words }).first();
}

/** Where a partner lies on the screen while the whole map is shown. */
export async function placeOnMap(page: Page, name: string): Promise<{ x: number; y: number }> {
  await map(page).focus();
  await page.keyboard.press('0');
  // The key's frame, and the one after it.
  await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
  const box = await map(page).boundingBox();
  const view = await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json', 'x-window': 'main' };
    const reply = await fetch('/rpc/map', {
      method: 'POST',
      headers,
      body: '{}',
    });
    return (await reply.json()) as MapAnswer;
  });
  const node = view.list.items.find((item) => item.type === 'node' && item.name === name);
  if (!box || !node) throw new Error(`There is no ${name} on the map.`);
  // From where the canvas says that it is seen, once it shows all of it.
  const canvas = page.locator('.stage canvas[data-drawn="crisp"]');
  await expect(canvas).toHaveCount(1);
  const [scale, x, y] = ((await canvas.getAttribute('data-camera')) ?? '').split(' ').map(Number);
  // In front of a room all of it is larger.
  const factor = box.width / (await map(page).evaluate((element) => element.offsetWidth));
  const [across, down] = [node.at[0] * Number(scale) + Number(x), node.at[1] * Number(scale) + Number(y)];
  return { x: box.x + across * factor, y: box.y + down * factor };
}

interface MapAnswer {
  list: { items: { type: string; name: string; at: [number, number] }[] };
}

export async function drag(page: Page, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 3 });
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 3 });
  await page.mouse.up();
}

/** Chooses from a list that opens at a button. */
export async function choose(page: Page, button: Locator, option: string | RegExp): Promise<void> {
  await button.click();
  await page.getByRole('option', { name: option }).click();
}

/** Ctrl Z, once the last change is known to the page and no menu has the keys any more. */
export async function undo(page: Page): Promise<void> {
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(page.getByRole('banner').getByRole('button', { name: 'Undo', exact: true })).toHaveAttribute(
    'aria-disabled',
    'false',
  );
  const answered = page.waitForResponse('**/rpc/undo');
  await page.keyboard.press('Control+z');
  await answered;
}
