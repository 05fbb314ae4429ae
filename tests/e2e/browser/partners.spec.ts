// The table of partners: found, sorted, and edited in place by the keyboard alone.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host';
import { undo, visit } from './sample';

test.use({ opens: 'sample' });

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Partners' });
const names = (page: Page): Locator => grid(page).locator('[data-row] strong').filter({ visible: true });

test('rows stand below each other, tall enough to point at', async ({ page }) => {
  await visit(page, 'Partners');
  const rows = page.locator('[data-row]');
  const [first, second] = [await rows.nth(0).boundingBox(), await rows.nth(1).boundingBox()];
  if (!first || !second) throw new Error('The rows have no boxes.');
  expect(first.height).toBeGreaterThanOrEqual(32);
  expect(Math.round(second.y - first.y)).toBe(Math.round(first.height));
});

test('searching leaves who matches', async ({ page }) => {
  await visit(page, 'Partners');
  const search = page.getByRole('textbox', { name: 'Search partners' });
  await search.fill('the shelf report');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2');
  await expect(page.getByRole('row', { name: 'The Shelf Report' })).toBeVisible();
  await search.fill('nobody is called this');
  await expect(page.getByText('No partner matches “nobody is called this”.')).toBeVisible();
  await search.press('Escape');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '46');
});

test('sorting by name goes both ways', async ({ page }) => {
  await visit(page, 'Partners');
  const head = page.getByRole('columnheader', { name: 'Name' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(names(page).first()).toHaveText('Alba Skincare');
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(names(page).first()).toHaveText('Waypoint Ads');
});

test('name, kind, tier and stage are edited without a pointer', async ({ page }) => {
  await visit(page, 'Partners');
  await page.getByRole('textbox', { name: 'Search partners' }).fill('Alba');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of Alba Skincare' })).toBeFocused();
  await page.keyboard.type('Alba & Sons');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('listbox', { name: 'Kind of' })).toBeFocused();
  await page.keyboard.type('res');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Gold');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('listbox', { name: 'Stage of' })).toBeFocused();
  await page.keyboard.type('onb');
  await page.keyboard.press('Enter');

  const row = page.getByRole('row', { name: 'Alba & Sons' });
  await expect(row).toContainText('Reseller');
  await expect(row).toContainText('Gold');
  await expect(row).toContainText('Onboard');

  // Each commit is a step of its own.
  for (let step = 0; step < 4; step += 1) await undo(page);
  const before = page.getByRole('row', { name: 'Alba Skincare' });
  await expect(before).toContainText('Brand');
  await expect(before).not.toContainText('Gold');
});

test('Escape leaves a cell as it was', async ({ page }) => {
  await visit(page, 'Partners');
  await page.getByRole('row', { name: 'Oakmere Outdoor' }).getByText('Oakmere Outdoor').click();
  await page.keyboard.type('Something else');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: 'Oakmere Outdoor' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveAttribute('aria-disabled', 'true');
});

test('a stage is set for several at once, as one step', async ({ page }) => {
  await visit(page, 'Partners');
  for (const name of ['Fernhill Commerce', 'Oakmere Outdoor', 'Saltmarsh']) {
    await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  }
  const bar = page.getByRole('toolbar', { name: 'Selected partners' });
  await expect(bar).toContainText('3 selected');
  await bar.getByRole('button', { name: 'Set stage' }).click();
  await page.getByRole('menuitem', { name: 'Dormant' }).click();
  const dormant = page.getByRole('row').filter({ hasText: 'Dormant' });
  await expect(dormant).toHaveCount(3);
  await undo(page);
  await expect(dormant).toHaveCount(0);
});

test.describe('two thousand partners', () => {
  test.use({ opens: 'cncf' });

  test('scroll with only the rows in sight on the page', async ({ page }) => {
    await visit(page, 'Partners');
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '2165');
    const rows = page.locator('[data-row]');
    expect(await rows.count()).toBeLessThan(80);
    await grid(page).focus();
    await page.keyboard.press('Control+End');
    await expect(page.locator('[aria-rowindex="2165"]')).toBeVisible();
    await expect(page.getByText(/to 2,164 of 2,164/)).toBeVisible();
    expect(await rows.count()).toBeLessThan(80);
  });
});
