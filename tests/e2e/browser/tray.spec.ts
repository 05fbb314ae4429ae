// Out of the tray of those whose character is unknown, and into it: by mouse and again by keyboard alone.
import type { Page } from '@playwright/test';
import { characterIs, why } from './editing';
import { expect, test } from './host';
import { lookAtMap } from './looking';
import { drag, findOnMap, inspector, map, placeOnMap, undo } from './sample';

test.use({ opens: 'tray' });

test.beforeEach(({ page }) => lookAtMap(page));

test('by mouse: out of it with a reason, back by one undo', async ({ page }) => {
  const [at, to] = [await placeOnMap(page, 'Alpenglow'), await placeOnMap(page, 'Canopy')];
  const by = { x: to.x - at.x, y: to.y - at.y + 40 };
  await drag(page, at, by);
  await expect(why(page)).toContainText('depth unknown');
  await why(page).getByRole('button', { name: 'Put it back' }).click();
  expect(await placeOnMap(page, 'Alpenglow')).toEqual(at);
  await drag(page, at, by);
  await why(page).getByLabel('Reason').fill('They pay for the whole tour');
  await why(page).getByRole('button', { name: 'Keep as judgment' }).click();
  await expect(why(page)).toHaveCount(0);
  await placedIn(page, 'Alpenglow', 'Strategic');
  await map(page).focus();
  await undo(page);
  await placedIn(page, 'Alpenglow', 'Unknown');
});

test('by mouse: nobody with a character goes into it; within it one moves freely', async ({ page }) => {
  const [at, tray] = [await placeOnMap(page, 'Canopy'), await placeOnMap(page, 'Drift')];
  await drag(page, at, { x: tray.x - at.x, y: tray.y - at.y });
  await expect(page.getByRole('alert').filter({ hasText: 'the tray is for those who have none yet' })).toBeVisible();
  await expect.poll(() => placeOnMap(page, 'Canopy')).toEqual(at);
  await drag(page, tray, { x: 10, y: 6 });
  await expect.poll(() => placeOnMap(page, 'Drift')).not.toEqual(tray);
  await placedIn(page, 'Drift', 'Unknown');
});

test('by keys: out of it with a reason, back by one undo', async ({ page }) => {
  await carry(page, 'Alpenglow', 'Canopy');
  await expect(why(page)).toContainText('depth unknown');
  await expect(why(page).getByLabel('Reason')).toBeFocused();
  await page.keyboard.type('They pay for the whole tour');
  await page.keyboard.press('Enter');
  await expect(why(page)).toHaveCount(0);
  await placedIn(page, 'Alpenglow', 'Strategic');
  await map(page).focus();
  await undo(page);
  await placedIn(page, 'Alpenglow', 'Unknown');
});

test('by keys: nobody with a character goes into it', async ({ page }) => {
  const at = await placeOnMap(page, 'Canopy');
  await carry(page, 'Canopy', 'Drift');
  await expect(page.getByRole('alert').filter({ hasText: 'the tray is for those who have none yet' })).toBeVisible();
  await expect.poll(() => placeOnMap(page, 'Canopy')).toEqual(at);
});

/** Picks one up and walks it to where another lies. */
async function carry(page: Page, name: string, to: string): Promise<void> {
  const [from, there] = [await placeOnMap(page, name), await placeOnMap(page, to)];
  await findOnMap(page, name);
  await page.keyboard.press('0');
  await page.keyboard.press('m');
  const walk = async (key: string, way: number): Promise<void> => {
    for (let left = Math.abs(way); left > 30; left -= 60) await page.keyboard.press(`Shift+${key}`);
  };
  await walk(there.x > from.x ? 'ArrowRight' : 'ArrowLeft', there.x - from.x);
  await walk(there.y > from.y ? 'ArrowDown' : 'ArrowUp', there.y - from.y);
  await page.keyboard.press('Enter');
}

async function placedIn(page: Page, name: string, character: string): Promise<void> {
  await map(page).focus();
  await findOnMap(page, name);
  await expect(inspector(page).getByRole('heading', { name })).toBeVisible();
  await characterIs(page, character);
}
