// "These may be the same": pairs with their evidence are merged or said to be two, by mouse and by the keyboard alone.
import { writeFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { command } from './editing';
import { graveFindingsInBothThemes } from './grave';
import { expect, test } from './host';
import { go, toast, undo, visit } from './sample';

test.use({ opens: 'alike' });

const pairs = (page: Page): Locator => page.getByRole('navigation', { name: 'Pairs' }).getByRole('button');
const card = (page: Page): Locator => page.getByRole('article');
const merging = (page: Page): Locator => page.getByRole('region', { name: 'What merging does' });
const shown = (page: Page, name: string): Promise<void> => expect(card(page)).toHaveAccessibleName(name);
const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Partners' });

test('by mouse: the one that stays is chosen, what moves is said, and undo brings both back', async ({ page }) => {
  await visit(page, 'Partners');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '7');
  await page.getByRole('button', { name: 'Duplicates 3' }).click();
  await expect(pairs(page)).toHaveCount(3);
  await expect(pairs(page).first()).toContainText('the same domain saltmarsh.example');
  await pairs(page).filter({ hasText: 'Oakmere' }).click();
  await shown(page, 'Oakmere and Tarn');
  await pairs(page).filter({ hasText: 'Saltmarsh Ltd' }).click();
  await shown(page, 'Saltmarsh and Saltmarsh Ltd');

  await expect(merging(page)).toContainText('Moves to Saltmarsh Ltd: notes.');
  await expect(merging(page)).toContainText('Falls away: 1 relationship between the two.');
  await page.getByRole('radio', { name: /Saltmarsh$/ }).check();
  await expect(merging(page)).toContainText('Moves to Saltmarsh: 1 relationship and notes.');
  await expect(merging(page)).toContainText('Stays as a further name of Saltmarsh: “Saltmarsh Ltd”.');
  await page.getByRole('button', { name: /^Merge/ }).click();
  await expect(toast(page, 'Merged Saltmarsh Ltd into Saltmarsh')).toBeVisible();
  await expect(pairs(page)).toHaveCount(2);
  await page.getByRole('button', { name: /^Done/ }).click();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '6');
  await expect(grid(page).getByText('Saltmarsh Ltd')).toHaveCount(0);
  await page.getByRole('row', { name: 'Saltmarsh' }).hover();
  await page.getByRole('button', { name: 'Open Saltmarsh' }).click();
  await page.getByRole('button', { name: 'Open the partner’s page' }).click();
  await expect(page.getByRole('complementary', { name: 'Facts' })).toContainText('Also called Saltmarsh Ltd');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await undo(page);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '7');
  await expect(page.getByRole('button', { name: 'Duplicates 3' })).toBeVisible();
});

test('by mouse: two are two, also after the window was closed, until it is undone', async ({ page }) => {
  await visit(page, 'Partners');
  await page.getByRole('button', { name: 'Duplicates 3' }).click();
  await pairs(page).filter({ hasText: 'Velo Nort' }).click();
  await shown(page, 'Velo Nord and Velo Nort');
  await page.getByRole('button', { name: /^They are two/ }).click();
  await expect(toast(page, 'Velo Nord and Velo Nort are two')).toBeVisible();
  await expect(pairs(page)).toHaveCount(2);
  await page.reload();
  await go(page, 'Partners');
  await expect(page.getByRole('button', { name: 'Duplicates 2' })).toBeVisible();
  await undo(page);
  await expect(page.getByRole('button', { name: 'Duplicates 3' })).toBeVisible();
});

test('by keys: walked, merged and told apart until nobody is left', async ({ page }) => {
  await visit(page, 'Map');
  await command(page, 'Show partners that may be the same');
  await shown(page, 'Saltmarsh and Saltmarsh Ltd');
  const names = await pairs(page).allTextContents();
  await page.keyboard.press('ArrowDown');
  await expect(pairs(page).nth(1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(pairs(page).first()).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: /Saltmarsh$/ })).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: /Saltmarsh Ltd$/ })).toBeChecked();
  await page.keyboard.press('m');
  await expect(toast(page, 'Merged Saltmarsh into Saltmarsh Ltd')).toBeVisible();
  await expect(pairs(page)).toHaveCount(2);
  await page.keyboard.press('t');
  await expect(pairs(page)).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(pairs(page)).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(pairs(page)).toHaveCount(3);
  expect(await pairs(page).allTextContents()).toEqual(names);
  for (const left of [2, 1]) {
    await page.keyboard.press('t');
    await expect(pairs(page)).toHaveCount(left);
  }
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { name: 'No two partners look like one.' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(grid(page)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Duplicates/ })).toHaveCount(0);
});

test('we stay whatever is merged', async ({ page, host }) => {
  await withRow(page, host.path('us.csv'), host, 'Tidewater Inc');
  await page.getByRole('button', { name: 'Compare them' }).click();
  await pairs(page).filter({ hasText: 'Tidewater Inc' }).click();
  await shown(page, 'Tidewater and Tidewater Inc');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: /Tidewater$/ })).toBeChecked();
  await expect(page.getByRole('radio', { name: /Tidewater Inc$/ })).toBeDisabled();
});

test('nothing grave in either theme', async ({ page }) => {
  await visit(page, 'Partners');
  await command(page, 'Show partners that may be the same');
  await shown(page, 'Saltmarsh and Saltmarsh Ltd');
  expect(await graveFindingsInBothThemes(page)).toEqual([]);
});

/** Imports one more partner, up to the assistant's last step. */
async function withRow(
  page: Page,
  file: string,
  host: { answer: (path: string) => Promise<void> },
  name: string,
): Promise<void> {
  await writeFile(file, `Name,Kind\n${name},Brand\nHarbor,Brand\n`);
  await visit(page, 'Partners');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await host.answer(file);
  const assistant = page.getByRole('dialog', { name: 'Import' });
  for (const press of [/^Choose a file/, 'Go to columns', 'See what changes', /^Import \d/]) {
    await assistant.getByRole('button', { name: press }).click();
  }
  await expect(assistant.getByText(/pairs of partners may be the same/)).toBeVisible();
}
