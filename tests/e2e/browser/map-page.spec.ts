// From the map to a partner's own page and back, by mouse and again by keyboard alone.
import type { Page } from '@playwright/test';
import { expect, test } from './host';
import { lookAtMap, walkTo } from './looking';
import { findOnMap, map, placeOnMap } from './sample';

test.use({ opens: 'sample' });

test.beforeEach(({ page }) => lookAtMap(page));

test('by a double-click on its shape, by its menu, and by a double-click in the outline', async ({ page }) => {
  const at = await placeOnMap(page, 'Saltmarsh');
  await page.mouse.dblclick(at.x, at.y);
  await pageOf(page, 'Saltmarsh');
  const again = await placeOnMap(page, 'Velo Nord');
  await page.mouse.click(again.x, again.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Open the partner’s page' }).click();
  await pageOf(page, 'Velo Nord');
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  await page.getByRole('tree', { name: 'Partners by kind' }).getByText('Oakmere Outdoor', { exact: true }).dblclick();
  await pageOf(page, 'Oakmere Outdoor');
});

test('a double-click on a line opens what joins the two', async ({ page }) => {
  const [us, partner] = [await placeOnMap(page, 'Tidewater'), await placeOnMap(page, 'Nordlys Digital')];
  await page.mouse.dblclick((us.x + partner.x) / 2, (us.y + partner.y) / 2);
  const box = page.getByRole('dialog', { name: /Tidewater/ });
  await expect(box).toContainText('Nordlys Digital');
  await expect(box.getByRole('button', { name: /^Contract notes/ })).toBeVisible();
});

test('our own company has no such page', async ({ page }) => {
  await findOnMap(page, 'Tidewater');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: /^Add partner/ })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Open the partner’s page' })).toHaveCount(0);
  await expect(map(page)).toBeAttached();
});

test('by Shift Enter on the map and in the outline, and by the menu’s keys', async ({ page }) => {
  await findOnMap(page, 'Saltmarsh');
  await page.keyboard.press('Shift+Enter');
  await pageOf(page, 'Saltmarsh', 'keys');
  await map(page).focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menu').waitFor();
  await walkTo(page, 'ArrowDown', /^Open the partner’s page/);
  await page.keyboard.press('Enter');
  await pageOf(page, 'Saltmarsh', 'keys');
  await page.getByRole('button', { name: 'Outline' }).focus();
  await page.keyboard.press('Enter');
  const line = page.getByRole('treeitem', { name: /Velo Nord/ }).last();
  await line.focus();
  await page.keyboard.press('Shift+Enter');
  await pageOf(page, 'Velo Nord', 'keys');
});

/** The page is there; back on the map the partner is still selected. */
async function pageOf(page: Page, name: string, by: 'mouse' | 'keys' = 'mouse'): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const back = page.getByRole('button', { name: 'Back', exact: true });
  if (by === 'keys') {
    await back.focus();
    await page.keyboard.press('Enter');
  } else await back.click();
  await expect(map(page)).toHaveAttribute('data-selected', name);
}
