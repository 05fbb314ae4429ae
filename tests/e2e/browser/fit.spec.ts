// Fit: four quick questions, a profile of weights, and how the figure is made up; by mouse and by keys alone.
import type { Locator, Page } from '@playwright/test';
import { graveFindingsInBothThemes } from './grave';
import { expect, test } from './host';
import { findInTable, undo, visit } from './sample';

test.use({ opens: 'sample' });

const fit = (page: Page): Locator => page.getByRole('region', { name: 'Fit' });
const question = (page: Page, name: string | RegExp): Locator => fit(page).getByRole('radiogroup', { name });
const PARTNER = 'Fernhill Commerce';

/** The partner's own page, from the table by keys. */
async function openPage(page: Page): Promise<void> {
  await visit(page, 'Partners');
  await findInTable(page, PARTNER);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Open the partner’s page');
  await expect(page.getByRole('option', { name: 'Open the partner’s page' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(fit(page)).toBeVisible();
}

async function answer(page: Page, name: string | RegExp, choice: string): Promise<void> {
  const answered = page.waitForResponse(/rpc\/(fit|gate)_answer_set/);
  await question(page, name).getByRole('radio', { name: choice, exact: true }).click();
  await answered;
  await expect(question(page, name).getByRole('radio', { name: choice, exact: true })).toBeChecked();
}

test('the figure appears once half of the weight is answered, with its formula', async ({ page }) => {
  await openPage(page);
  await expect(fit(page)).toContainText('Unknown');
  await expect(fit(page)).toContainText('0% of the profile’s weight answered (0 of 22); half is needed');
  await answer(page, /want the same from the market/, '4');
  await answer(page, /reach customers whom we do not reach/, '5');
  await answer(page, /sell, build or serve/, '2');
  await expect(fit(page)).toContainText('41% of the profile’s weight answered (9 of 22); half is needed');
  await expect(fit(page)).toContainText('Unknown');
  await answer(page, /people on both sides/, '1');
  await expect(fit(page)).toContainText('3.2 of 5');
  await expect(fit(page)).toContainText('(3 × 4 + 2 × 1 + 3 × 5 + 3 × 2) ÷ 11 = 3.2');
  await fit(page).getByRole('button', { name: 'Note on Human: none. Edit' }).click();
  await page.getByRole('textbox', { name: 'Note on Human' }).fill('Mara left in May');
  await page.keyboard.press('Enter');
  await expect(fit(page)).toContainText('Mara left in May');
  await undo(page);
  await undo(page);
  await expect(fit(page)).toContainText('Unknown');
});

test('the gate passes with four times yes and is shut by one no', async ({ page }) => {
  await openPage(page);
  const questions = [/right customers/, /three accounts/, /who introduces us/, /economics work/];
  for (const each of questions) await answer(page, each, 'Yes');
  await expect(fit(page)).toContainText('Passed');
  await answer(page, /economics work/, 'No');
  await expect(fit(page)).toContainText('Not passed');
  await answer(page, /economics work/, '–');
  await expect(fit(page)).not.toContainText('assed');
});

test('questions are answered and the profile is changed by keys alone', async ({ page }) => {
  await openPage(page);
  await question(page, /right customers/)
    .getByRole('radio', { name: '–' })
    .focus();
  await page.keyboard.press('ArrowRight');
  await expect(question(page, /right customers/).getByRole('radio', { name: 'Yes' })).toBeChecked();
  await fit(page).getByRole('button', { name: 'Ideal partner' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Ideal partner' });
  const strategic = dialog.getByRole('slider', { name: 'Weight of Strategic' });
  await strategic.focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft');
  await dialog.getByRole('button', { name: 'Delete Cultural' }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Add criterion' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Data residency');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(fit(page)).toContainText('Data residency');
  await expect(fit(page)).toContainText('does not count');
  await expect(fit(page)).not.toContainText('Cultural');
  await undo(page);
  await expect(fit(page)).toContainText('Cultural');
  await expect(fit(page)).not.toContainText('Data residency');
});

test('the table shows the fit as a column and sorts by it', async ({ page }) => {
  await openPage(page);
  for (const each of [/same from the market/, /do not reach/, /sell, build/, /both sides who/])
    await answer(page, each, '5');
  await visit(page, 'Partners');
  await page.getByRole('textbox', { name: 'Search partners' }).fill('');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Fit' }).check();
  await page.keyboard.press('Escape');
  const head = page.getByRole('columnheader', { name: 'Fit' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  const first = page.locator('[data-row]').first();
  await expect(first).toContainText(PARTNER);
  await expect(first.locator('[data-column="fit"]')).toHaveText('5.0');
});

test('fit is clear to assistive technology in either theme', async ({ page }) => {
  await openPage(page);
  expect(await graveFindingsInBothThemes(page)).toEqual([]);
  await fit(page).getByRole('button', { name: 'Ideal partner' }).click();
  await expect(page.getByRole('dialog', { name: 'Ideal partner' }).getByRole('slider').first()).toBeVisible();
  expect(await graveFindingsInBothThemes(page)).toEqual([]);
});
