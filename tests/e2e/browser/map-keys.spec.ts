// What is walked by the mouse elsewhere, by the keyboard alone: finding, grouping, paths, views, the inspector, Present.
import type { Page } from '@playwright/test';
import { command, oneUndo } from './editing';
import { expect, test } from './host';
import { inspector, map, partnersOnMap, toast, visit } from './sample';

test.use({ opens: 'sample' });

test.beforeEach(async ({ page }) => {
  await visit(page, 'Map');
  await partnersOnMap(page);
  await map(page).focus();
});

test('a found partner is flown to, and its name is edited where it stands', async ({ page }) => {
  await find(page, 'velo nord');
  await expect(map(page)).toHaveAttribute('data-selected', 'Velo Nord');
  await page.keyboard.press('Enter');
  await expect(inspector(page)).toBeFocused();
  await tabTo(page, /^Name: Velo Nord\. Edit$/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Velo Nordisk');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Velo Nordisk' })).toBeVisible();
  await tabTo(page, /^Kind$/);
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Reseller' }).waitFor();
  await page.keyboard.press('R');
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('combobox', { name: 'Kind', exact: true })).toContainText('Reseller');
  await page.keyboard.press('Escape');
  await expect(map(page)).toBeFocused();
});

test('groups stand for a field and are kept apart', async ({ page }) => {
  await command(page, 'Group by, keep groups apart');
  const panel = page.getByRole('dialog', { name: 'More about the map' });
  await expect(panel.getByRole('combobox', { name: 'Group by' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Region' }).waitFor();
  const grouped = page.waitForRequest('**/rpc/map');
  await page.keyboard.type('Region');
  await page.keyboard.press('Enter');
  expect((await grouped).postDataJSON()).toMatchObject({ settings: { group_by: 'region' } });
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('slider', { name: 'Separate groups' })).toBeFocused();
  const apart = page.waitForRequest('**/rpc/map');
  await page.keyboard.press('End');
  expect((await apart).postDataJSON()).toMatchObject({ settings: { separate: 1 } });
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

test('the path between two selected by arrows', async ({ page }) => {
  await find(page, 'Kessel');
  await expect(map(page)).toHaveAttribute('data-selected', 'Kessel & Partner');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Path of introductions' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Path .*→/)).toBeVisible();
  await command(page, 'Show all partners again');
  await expect(page.getByText(/^Path/)).toHaveCount(0);
});

test('a view is saved, left, chosen again and deleted', async ({ page }) => {
  await page.keyboard.press('2');
  await expect(page.getByRole('radio', { name: 'Rings' })).toBeChecked();
  await command(page, 'Save view as');
  await expect(page.getByRole('textbox', { name: 'Name of the view' })).toBeFocused();
  await page.keyboard.type('Who is near');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Views: Who is near' })).toBeVisible();
  await map(page).focus();
  await page.keyboard.press('1');
  await expect(page.getByRole('radio', { name: 'Organic' })).toBeChecked();
  await page.keyboard.press('v');
  await page.getByRole('menuitem', { name: 'Who is near' }).waitFor();
  await page.keyboard.press('W');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'Rings' })).toBeChecked();
  await command(page, 'Delete the view');
  await expect(toast(page, 'Deleted the view Who is near')).toBeVisible();
});

test('what a box or a lasso would hold is selected by its relationships, and none by Escape', async ({ page }) => {
  await find(page, 'Fernhill');
  await expect(map(page)).toHaveAttribute('data-selected', 'Fernhill Commerce');
  await command(page, 'Select who is related');
  await expect(page.getByText(/^\d+ selected$/)).toBeVisible();
  await map(page).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^\d+ selected$/)).toHaveCount(0);
});

test('shown to a room, for whoever is there, frozen and released, and back', async ({ page }) => {
  await page.keyboard.press('F11');
  await expect(page.getByRole('navigation', { name: 'Screens' })).toHaveCount(0);
  const audience = page.getByRole('combobox', { name: 'For' });
  await tabTo(page, /^For$/);
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Internal' }).waitFor();
  const asked = page.waitForRequest('**/rpc/map');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  expect((await asked).postDataJSON()).toMatchObject({ audience: 'internal' });
  await expect(audience).toContainText('Internal');
  await command(page, 'Freeze or release the picture');
  await expect(page.getByRole('status').filter({ hasText: 'Frozen' })).toBeVisible();
  await command(page, 'Freeze or release the picture');
  await expect(page.getByRole('status').filter({ hasText: 'Frozen' })).toHaveCount(0);
  await map(page).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
});

test('a deleted partner comes back', async ({ page }) => {
  await find(page, 'Saltmarsh');
  await page.keyboard.press('Delete');
  await expect(map(page)).toHaveAttribute('data-partners', '44');
  await oneUndo(page);
  await expect(map(page)).toHaveAttribute('data-partners', '45');
});

/** By Tab from the map to its search; Enter takes the first that is offered. */
async function find(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Find on the map' }).focus();
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { name: new RegExp(name, 'i') }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(map(page)).toBeFocused();
}

/** Presses Tab until something with this name has the keys. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
    });
    if (name.test(label)) return;
  }
  throw new Error(`Tab never came to ${name.source}.`);
}
