// The metric library: read, extended by a formula, counted by the workspace's own rules.
import type { Locator, Page } from '@playwright/test';
import { command } from './editing';
import { graveFindingsInBothThemes } from './grave';
import { expect, test } from './host';
import { layoutDefects } from './layout';
import { undo, visit } from './sample';
import { SIZES } from './scenes';
import { settled } from './settled';

test.use({ opens: 'sample' });

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Metrics' });
const field = (page: Page, name: string): Locator => dialog(page).getByRole('textbox', { name, exact: true });

async function show(page: Page): Promise<void> {
  await visit(page, 'Outcomes');
  await command(page, 'Metrics and how they are counted');
  await expect(dialog(page).getByRole('list').first()).toBeVisible();
}

test('a metric is found and says what it means', async ({ page }) => {
  await show(page);
  await field(page, 'Find a metric').fill('affiliate revenue');
  await dialog(page)
    .getByRole('button', { name: /^Affiliate revenue/ })
    .click();
  await expect(dialog(page).getByText('In formulas: affiliate_revenue')).toBeVisible();
  await expect(dialog(page).getByText('Over months', { exact: true })).toBeVisible();
});

test('an own metric has a formula, a wrong one is refused where it is typed', async ({ page }) => {
  await show(page);
  await dialog(page).getByRole('button', { name: 'New metric' }).click();
  await field(page, 'Name').fill('Revenue twice');
  await field(page, 'Formula').fill('affiliate_revenue + nonsense');
  await dialog(page).getByRole('button', { name: 'Add metric' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('nonsense');
  await field(page, 'Formula').fill('affiliate_revenue * 2');
  await dialog(page).getByRole('combobox', { name: 'Unit' }).click();
  await page.getByRole('option', { name: 'Money' }).click();
  await dialog(page).getByRole('combobox', { name: 'Basis' }).click();
  await page.getByRole('option', { name: 'Collected, net' }).click();
  await dialog(page).getByRole('button', { name: 'Add metric' }).click();
  await expect(dialog(page).getByRole('button', { name: /^Revenue twice €/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await undo(page);
  await command(page, 'Metrics and how they are counted');
  await expect(dialog(page).getByRole('list').first()).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: /^Revenue twice/ })).toHaveCount(0);
});

test('rules and markets are kept, and refused in one sentence', async ({ page }) => {
  await show(page);
  await dialog(page).getByRole('radio', { name: 'How they are counted' }).click();
  await field(page, 'Days from introduction to closing').fill('x');
  await dialog(page).getByRole('button', { name: 'Keep' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('Days of sourcing go from 0 to 3650');
  await dialog(page).getByRole('radio', { name: 'Markets' }).click();
  await field(page, 'Worth in EUR').fill('250000000');
  await dialog(page).getByRole('button', { name: 'Add' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('needs its source');
  await field(page, 'Source').fill('Federal statistics, 2026');
  await dialog(page).getByRole('button', { name: 'Add' }).click();
  await expect(
    dialog(page)
      .getByRole('row', { name: /€250,000,000/ })
      .last(),
  ).toBeVisible();
});

for (const size of SIZES) {
  test(`nothing overlaps or lacks contrast at ${size.width}`, async ({ page }) => {
    await page.setViewportSize(size);
    await show(page);
    for (const part of ['How they are counted', 'Markets', 'Library']) {
      await dialog(page).getByRole('radio', { name: part }).click();
      await settled(page);
      expect(await layoutDefects(page)).toEqual([]);
      expect(await graveFindingsInBothThemes(page, '[role="dialog"]')).toEqual([]);
    }
    await dialog(page).getByRole('button', { name: 'New metric' }).click();
    await settled(page);
    expect(await layoutDefects(page)).toEqual([]);
  });
}
