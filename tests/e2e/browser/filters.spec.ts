// Filter chips, by mouse and again by keyboard alone.
import type { Page } from '@playwright/test';
import { command, nothingToUndo } from './editing';
import { expect, test } from './host';
import { lookAtMap } from './looking';
import { map, partnersOnMap } from './sample';

test.use({ opens: 'sample' });

test.beforeEach(({ page }) => lookAtMap(page));

test.describe('filters', () => {
  test('by mouse: words, chips that change and go, none left, and a way out', async ({ page }) => {
    const all = await partnersOnMap(page);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('button', { name: /^Stage/ }).click();
    await page.getByRole('checkbox', { name: /^Grow/ }).check();
    await expect(map(page)).toHaveAttribute('data-partners', '3');
    await page.getByRole('checkbox', { name: /^Enable/ }).check();
    await expect(map(page)).toHaveAttribute('data-partners', '7');
    await page.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => counted(page)).toBe(7);
    const chip = page.getByRole('button', { name: 'Stage: Grow, Enable', exact: true });
    await chip.click();
    await page.getByRole('checkbox', { name: /^Enable/ }).uncheck();
    await page.keyboard.press('Escape');
    await expect(map(page)).toHaveAttribute('data-partners', '3');
    await page.getByRole('button', { name: 'Remove Stage: Grow' }).click();
    await expect(map(page)).toHaveAttribute('data-partners', String(all));
    await nothingToUndo(page);
  });

  test('by keys: a text, a range, nobody left', async ({ page }) => {
    await map(page).focus();
    await page.keyboard.press('Shift+F');
    const fields = page.getByRole('dialog', { name: 'Add a filter' });
    await expect(fields).toBeVisible();
    await expect(fields.getByRole('button', { name: 'Name' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(fields.getByRole('button', { name: /^Kind/ })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await fields.getByRole('textbox', { name: 'Contains' }).focus();
    await page.keyboard.type('pos');
    await expect(map(page)).toHaveAttribute('data-partners', '1');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Name: with “pos”', exact: true })).toBeVisible();
    await map(page).focus();
    await page.keyboard.press('Shift+F');
    await fields.getByRole('button', { name: 'Depth' }).focus();
    await page.keyboard.press('Enter');
    await fields.getByRole('textbox', { name: 'From' }).focus();
    await page.keyboard.type('4');
    await expect(page.getByText('Nobody passes these filters.')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Clear all filters' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Nobody passes these filters.')).toHaveCount(0);
    expect(await partnersOnMap(page)).toBeGreaterThan(1);
  });

  test('mine are those whose owner is the author', async ({ page }) => {
    const mine = page.getByRole('button', { name: 'Mine', exact: true });
    await expect(mine).toHaveCount(0);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('textbox', { name: /name/i }).fill('Jonas Reuter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await mine.click();
    await expect(map(page)).toHaveAttribute('data-partners', '2');
    await command(page, 'Show mine only');
    await expect(mine).toHaveAttribute('aria-pressed', 'false');
  });
});

/** All partners that the legend counts. */
async function counted(page: Page): Promise<number> {
  const texts = await page.getByRole('group', { name: 'Kinds shown' }).getByRole('button').allTextContents();
  return texts.reduce((sum, text) => sum + Number(/\d+/.exec(text)?.[0] ?? 0), 0);
}
