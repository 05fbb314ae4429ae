// Where the year lands, why actuals differ from the plan, and whose figures to trust.
import type { Locator, Page } from '@playwright/test';
import { command } from './editing';
import { graveFindingsInBothThemes } from './grave';
import { expect, test } from './host';
import { layoutDefects } from './layout';
import { choose, undo, visit } from './sample';
import { SIZES } from './scenes';
import { settled } from './settled';

test.use({ opens: 'sample' });

const main = (page: Page): Locator => page.getByRole('region', { name: /^(Partner-influenced|Affiliate) revenue/ });
const sheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Whose figures to trust' });

test.beforeEach(async ({ page }) => {
  await visit(page, 'Outcomes');
  await expect(main(page).getByRole('slider')).toBeVisible();
});

test('the year lands in a range, by a method that can be chosen and taken back', async ({ page }) => {
  const line = main(page).getByText(/^Landing €/);
  await expect(line).toBeVisible();
  await expect(main(page)).toContainText('by updating the plan with what was measured');
  const before = await line.textContent();
  await choose(page, page.getByRole('combobox', { name: 'Reforecast by' }), /^Run-rate/);
  await expect(main(page)).toContainText('going on as the measured months went');
  await expect(line).not.toHaveText(before ?? '');
  await undo(page);
  await expect(line).toHaveText(before ?? '');
});

test('the waterfall leads from the plan to the landing, as a picture and as a table', async ({ page }) => {
  await choose(page, page.getByRole('combobox', { name: 'Metric', exact: true }), /^Affiliate revenue/);
  await page.getByRole('radio', { name: 'Why' }).click();
  const card = page.getByRole('region', { name: 'From plan to landing' });
  await expect(card.getByText(/against plan to/)).toBeVisible();
  await card.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Show as table' }).click();
  const rows = card.getByRole('row');
  await expect(rows.nth(1)).toContainText(/^Plan FY/);
  await expect(rows.filter({ hasText: 'Order value' })).toHaveCount(1);
  await expect(rows.last()).toContainText(/^Landing/);
});

test('forecasters are ranked, and every measure is explained', async ({ page }) => {
  await command(page, 'Whose figures to trust');
  const table = sheet(page).getByRole('table', { name: /^By motion/ });
  await expect(table.getByRole('columnheader', { name: 'WAPE' })).toBeVisible();
  expect(await table.getByRole('row').count()).toBeGreaterThan(5);
  await expect(sheet(page).getByRole('definition')).toHaveCount(7);
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toHaveCount(0);
});

for (const size of SIZES) {
  test(`the sheet fits ${size.width} by ${size.height} and can be read by everyone`, async ({ page }) => {
    await page.setViewportSize(size);
    await command(page, 'Whose figures to trust');
    await expect(sheet(page).getByRole('table').first()).toBeVisible();
    await settled(page);
    expect(await layoutDefects(page)).toEqual([]);
    expect(await graveFindingsInBothThemes(page, '[role="dialog"]')).toEqual([]);
  });
}
