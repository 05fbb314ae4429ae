// Exchange rates: given with their day and source, refused with a sentence, taken away and back.
import type { Locator, Page } from '@playwright/test';
import { command } from './editing';
import { graveFindingsInBothThemes } from './grave';
import { expect, test } from './host';
import { layoutDefects } from './layout';
import { undo, visit } from './sample';
import { settled } from './settled';

test.use({ opens: 'sample' });

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Exchange rates' });
const field = (page: Page, name: string): Locator => dialog(page).getByRole('textbox', { name, exact: true });

async function show(page: Page): Promise<void> {
  await visit(page, 'Outcomes');
  await command(page, 'Exchange rates');
  await expect(dialog(page).getByText('No rate is given yet.')).toBeVisible();
}

test('a rate is given, listed and undone', async ({ page }) => {
  await show(page);
  await field(page, 'One').fill('usd');
  await field(page, 'is worth in EUR').fill('0.92');
  await field(page, 'Day').fill('2026-03-31');
  await field(page, 'Source').fill('ECB');
  await field(page, 'Source').press('Enter');
  await expect(dialog(page).getByRole('row', { name: /USD 0\.92 EUR 31 March 2026 ECB/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await undo(page);
  await command(page, 'Exchange rates');
  await expect(dialog(page).getByText('No rate is given yet.')).toBeVisible();
});

test('what is no rate is refused where it was typed, and changes nothing', async ({ page }) => {
  await show(page);
  for (const [one, worth, day, words] of [
    ['US', '0.92', '2026-03-31', 'is no currency'],
    ['USD', 'much', '2026-03-31', 'is no rate'],
    ['USD', '0.92', 'tomorrow', 'is no day'],
    ['USD', '0', '2026-03-31', 'rate'],
    ['EUR', '0.92', '2026-03-31', 'EUR'],
  ] as const) {
    await field(page, 'One').fill(one);
    await field(page, 'is worth in EUR').fill(worth);
    await field(page, 'Day').fill(day);
    await dialog(page).getByRole('button', { name: 'Add' }).click();
    await expect(dialog(page).getByRole('alert')).toContainText(words);
  }
  await expect(dialog(page).getByText('No rate is given yet.')).toBeVisible();
  await settled(page);
  expect(await layoutDefects(page)).toEqual([]);
  expect(await graveFindingsInBothThemes(page)).toEqual([]);
});
