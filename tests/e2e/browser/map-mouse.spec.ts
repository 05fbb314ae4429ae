// What is walked by keys elsewhere, by the mouse alone: finding, filters of every kind, paths, Present, the outline, files.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './host';
import { choose, map, partnersOnMap, placeOnMap, toast, visit } from './sample';

test.use({ opens: 'sample' });

test.beforeEach(async ({ page }) => {
  await visit(page, 'Map');
  await partnersOnMap(page);
});

test('a found partner is flown to', async ({ page }) => {
  await page.getByRole('button', { name: 'Zoom in' }).dblclick();
  const field = page.getByRole('combobox', { name: 'Find on the map' });
  await field.click();
  await field.pressSequentially('merchant');
  await page.getByRole('option', { name: /Merchant Mornings/ }).click();
  await expect(map(page)).toHaveAttribute('data-selected', 'Merchant Mornings');
  await expect(page.getByRole('heading', { name: 'Merchant Mornings' })).toBeVisible();
});

test('every field with words narrows the map to some, and its chip gives them back', async ({ page }) => {
  const all = await partnersOnMap(page);
  for (const field of ['Kind', 'Stage', 'Tier', 'Owner', 'Region', 'Character', 'How it is known']) {
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('button', { name: new RegExp(`^${field}`) }).click();
    const word = page.getByRole('list', { name: new RegExp(`^${field}`) }).getByRole('checkbox');
    await word.first().check();
    await expect(map(page), field).not.toHaveAttribute('data-partners', String(all));
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: new RegExp(`^Remove ${field}`) }).click();
    await expect(map(page), field).toHaveAttribute('data-partners', String(all));
  }
});

test('the path between two is shown by their menu', async ({ page }) => {
  const [a, b] = [await placeOnMap(page, 'Kessel & Partner'), await placeOnMap(page, 'Velo Nord')];
  await page.mouse.click(a.x, a.y);
  await page.keyboard.down('Shift');
  await page.mouse.click(b.x, b.y);
  await page.keyboard.up('Shift');
  await page.mouse.click(b.x, b.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Path of introductions' }).click();
  await expect(page.getByText(/Path Kessel & Partner → .*Velo Nord/)).toBeVisible();
  await page.getByRole('button', { name: 'Show all partners' }).click();
  await expect(page.getByText(/^Path/)).toHaveCount(0);
});

test('the outline selects, and shows what is selected on the map', async ({ page }) => {
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  const tree = page.getByRole('tree', { name: 'Partners by kind' });
  await tree.getByText('Saltmarsh', { exact: true }).click();
  await expect(map(page)).toHaveAttribute('data-selected', 'Saltmarsh');
  const at = await placeOnMap(page, 'Oakmere Outdoor');
  await page.mouse.click(at.x, at.y);
  await expect(tree.locator('[aria-selected="true"].partner .name')).toHaveText('Oakmere Outdoor');
});

test('shown to a room, for whoever is there, on a dark wall, and back', async ({ page }) => {
  await more(page, /^Present the map/);
  await expect(page.getByRole('navigation', { name: 'Screens' })).toHaveCount(0);
  const bar = page.getByRole('toolbar', { name: 'Presenting' });
  const asked = page.waitForRequest('**/rpc/map');
  await choose(page, bar.getByRole('combobox', { name: 'For' }), 'Partner');
  expect((await asked).postDataJSON()).toMatchObject({ audience: 'partner' });
  await bar.getByRole('button', { name: 'Dark wall' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector-dark');
  await bar.getByRole('button', { name: 'Freeze the picture' }).click();
  await bar.getByRole('button', { name: 'Release the picture' }).click();
  await bar.getByRole('button', { name: 'Add partner' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Brightwater');
  await page.getByRole('dialog', { name: 'Add partner' }).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(map(page)).toHaveAttribute('data-partners', '46');
  await page.keyboard.press('Escape');
  await bar.getByRole('button', { name: 'Stop presenting' }).click();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
});

test('exported as SVG', async ({ page, host }) => {
  const file = host.path('Map.svg');
  await host.answer(file);
  await more(page, /^Export map/);
  await page.getByRole('dialog', { name: 'Export map' }).getByRole('button', { name: 'Export', exact: true }).click();
  await expect(toast(page, 'Exported Map.svg')).toBeVisible();
  const svg = readFileSync(file, 'utf8');
  expect(svg).toMatch(/^<svg|^<\?xml/);
  expect(svg).toContain('Oakmere Outdoor');
});

async function more(page: Page, action: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('dialog', { name: 'More about the map' }).getByRole('button', { name: action }).click();
}
