// Actuals typed and pasted into their grid.
import type { Locator, Page } from '@playwright/test';
import { nothingToUndo, paste } from './editing';
import { graveFindingsInBothThemes } from './grave';
import { expect, test } from './host';
import { layoutDefects } from './layout';
import { choose, undo, visit } from './sample';
import { SIZES } from './scenes';
import { settled } from './settled';

test.use({ opens: 'sample' });

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Actuals' });
const row = (page: Page, name: string): Locator => grid(page).getByRole('row', { name });
/** The cell of a metric in a month of 2026, 1 to 12. */
const cell = (page: Page, name: string, month: number): Locator =>
  row(page, name)
    .getByRole('gridcell')
    .nth(month - 1);
const REVENUE = 'Partner-influenced revenue';
const PIPELINE = 'Partner-influenced pipeline';
/** The first metric that the motion does not use yet. */
const third = (page: Page): Locator => grid(page).getByRole('row').nth(3);

async function show(page: Page): Promise<void> {
  await visit(page, 'Outcomes');
  await choose(page, page.getByRole('combobox', { name: 'Motion', exact: true }), 'Native order sync launch');
  await page.getByRole('button', { name: 'Actuals', exact: true }).click();
  await expect(grid(page)).toBeFocused();
}

async function showAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show all metrics' }).click();
  await expect(third(page)).toBeVisible();
}

test('a block of a spreadsheet is pasted as one step', async ({ page }) => {
  await show(page);
  await showAll(page);
  await expect(cell(page, REVENUE, 4)).toHaveText('116,000');
  await cell(page, REVENUE, 8).click();
  await paste(page, '1000\t2000\t3000\t4000\r\n"5,000"\t6000\t7000\t8000\r\n10\t20\t30\t40\r\n');
  await expect(cell(page, REVENUE, 8)).toHaveText('1,000');
  await expect(cell(page, PIPELINE, 8)).toHaveText('5,000');
  await expect(third(page).getByRole('gridcell').nth(10)).toHaveText('40');
  await undo(page);
  await expect(third(page).getByRole('gridcell').nth(10)).toHaveText('');
  await expect(cell(page, REVENUE, 8)).toHaveText('');
  await nothingToUndo(page);
});

test('one wrong cell refuses all, and says where', async ({ page }) => {
  await show(page);
  await cell(page, REVENUE, 8).click();
  await paste(page, '1000\t2000\n3000\tlots\n');
  await expect(page.getByRole('alert')).toContainText("Partner-influenced pipeline of 2026-09: 'lots' is no amount");
  await expect(cell(page, PIPELINE, 9)).toHaveAttribute('aria-invalid', 'true');
  await expect(cell(page, PIPELINE, 9)).toHaveText('lots');
  await expect(cell(page, REVENUE, 8)).toHaveText('');
  await nothingToUndo(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert')).toHaveCount(0);

  await cell(page, REVENUE, 11).click();
  await paste(page, '1\t2\t3');
  await expect(page.getByRole('alert')).toContainText('3 columns were copied, but 2 months are left here');
  await nothingToUndo(page);
});

test('by keys alone: typed, marked as provisional, copied, cleared', async ({ page }) => {
  await show(page);
  await page.keyboard.press('End');
  await page.keyboard.type('2500');
  await page.keyboard.press('Enter');
  await expect(cell(page, REVENUE, 12)).toHaveText('2,500');
  await page.keyboard.type('70');
  await page.keyboard.press('Tab');
  await expect(cell(page, PIPELINE, 12)).toHaveText('70');
  await page.keyboard.press('p');
  await expect(cell(page, PIPELINE, 12)).toHaveText(/70\s*, provisional/);
  await expect(page.getByRole('status').filter({ hasText: 'Dec 2026: 70, provisional.' })).toBeVisible();

  await page.keyboard.press('Shift+ArrowUp');
  const text = await grid(page).evaluate((element) => {
    const data = new DataTransfer();
    element.dispatchEvent(
      new ClipboardEvent('copy', {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
      }),
    );
    return data.getData('text/plain');
  });
  expect(text).toBe('2500\n70');
  await page.keyboard.press('Delete');
  await expect(cell(page, REVENUE, 12)).toHaveText('');
  await expect(cell(page, PIPELINE, 12)).toHaveText('');
  await undo(page);
  await expect(cell(page, PIPELINE, 12)).toHaveText(/70\s*, provisional/);
  await undo(page);
  await expect(cell(page, PIPELINE, 12)).toHaveText('70');
});

test('another year is empty and can be typed; the charts are one step back', async ({ page }) => {
  await show(page);
  await page.getByRole('button', { name: 'Next year' }).click();
  await expect(grid(page).getByRole('columnheader', { name: 'Jan 2027' })).toBeVisible();
  await expect(cell(page, REVENUE, 4)).toHaveText('');
  await page.getByRole('button', { name: 'Back to the charts' }).click();
  await expect(page.getByRole('region', { name: 'By month' })).toBeVisible();
});

test('a partner has figures of its own', async ({ page }) => {
  await visit(page, 'Partners');
  await page.getByRole('row', { name: 'Velo Nord' }).hover();
  await page.getByRole('button', { name: 'Open Velo Nord' }).click();
  await page.getByRole('button', { name: 'Open the partner’s page' }).click();
  await page.getByRole('button', { name: 'Actuals', exact: true }).click();
  await expect(page.getByText('Velo Nord, figures of no motion')).toBeVisible();
  await page.getByRole('button', { name: 'Back to Velo Nord' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Velo Nord' })).toBeVisible();
});

for (const size of SIZES) {
  test(`nothing overlaps or lacks contrast at ${size.width}`, async ({ page }) => {
    await page.setViewportSize(size);
    await show(page);
    await showAll(page);
    await page.keyboard.press('p');
    await settled(page);
    expect(await layoutDefects(page)).toEqual([]);
    expect(await graveFindingsInBothThemes(page)).toEqual([]);
  });
}
