// Scenarios: made, changed with a dot where they differ, set side by side, supposed, promoted, taken back.
import type { Locator, Page } from '@playwright/test';
import { command } from './editing';
import { graveFindingsInBothThemes } from './grave';
import { expect, test } from './host';
import { layoutDefects } from './layout';
import { ask } from './looking';
import { choose, toast, undo, visit } from './sample';
import { settled } from './settled';

test.use({ opens: 'sample' });

const MOTION = 'Peak Season Playbook';
const chosen = (page: Page): Locator => page.getByRole('banner').getByRole('combobox', { name: 'Scenario' });
const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });
const all = (page: Page): Locator => dialog(page, 'Scenarios');
const drawer = (page: Page): Locator => page.getByRole('complementary', { name: 'Motion' });
const lastDay = (page: Page): Locator => drawer(page).getByLabel('Last day', { exact: true });

async function menu(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Scenarios menu' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

async function add(page: Page, name: string): Promise<void> {
  await menu(page, 'New scenario');
  await dialog(page, 'New scenario').getByRole('textbox', { name: 'Name of the scenario' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(chosen(page)).toContainText(name);
}

test('a scenario is made, moves a motion, stands beside Expected, is promoted and taken back', async ({ page }) => {
  await visit(page, 'Motions');
  await add(page, 'Longer roadshow');
  await page.getByRole('row', { name: MOTION }).click();
  await lastDay(page).fill('2026-12-15');
  await page.keyboard.press('Enter');
  await expect(drawer(page).getByText('In Expected: 15 October 2026')).toBeAttached();
  await expect(page.getByRole('row', { name: MOTION }).getByText(/^In Expected: /)).toBeAttached();

  await menu(page, 'Manage scenarios');
  await expect(all(page).getByRole('button', { name: /^Longer roadshow.*1 difference, chosen/ })).toBeVisible();
  await expect(all(page).getByRole('list', { name: 'Motions' }).getByRole('listitem')).toContainText('15 October 2026');
  await all(page).getByRole('button', { name: 'Promote to Expected…' }).click();
  const promote = dialog(page, 'Promote Longer roadshow to Expected');
  await expect(promote.getByText('1 change to Expected')).toBeVisible();
  await promote.getByRole('button', { name: 'Promote to Expected' }).click();
  await expect(promote).toHaveCount(0);
  await expect(all(page).getByRole('button', { name: /^Longer roadshow/ })).toHaveCount(0);
  await all(page).getByRole('button', { name: 'Close' }).click();
  await expect(chosen(page)).toContainText('Expected');
  await expect(lastDay(page)).toHaveValue('2026-12-15');
  await expect(drawer(page).getByText(/^In Expected: /)).toHaveCount(0);

  await toast(page, 'Promoted Longer roadshow to Expected').getByRole('button', { name: 'Undo' }).click();
  await expect(lastDay(page)).toHaveValue('2026-10-15');
  await chosen(page).click();
  await expect(page.getByRole('option', { name: 'Longer roadshow' })).toBeVisible();
});

test('by keys alone: made, supposed, looked at, set back, removed, and brought again', async ({ page }) => {
  await visit(page, 'Outcomes');
  await command(page, 'New scenario');
  await page.keyboard.type('Without Kessel');
  await page.keyboard.press('Enter');
  await expect(chosen(page)).toContainText('Without Kessel');
  await command(page, 'What if we lose a partner');
  const lose = dialog(page, 'Lose a partner');
  await lose.getByRole('combobox', { name: 'Whom' }).focus();
  await page.keyboard.type('Kessel');
  await page.keyboard.press('Enter');
  await lose.getByRole('button', { name: 'Lose Kessel & Partner' }).focus();
  await page.keyboard.press('Enter');
  await expect(lose).toHaveCount(0);

  await command(page, 'Manage scenarios');
  await expect(all(page).getByRole('button', { name: /^Without Kessel/ })).toBeFocused();
  const reset = all(page).getByRole('button', { name: /^Reset Kessel & Partner/ });
  await reset.focus();
  await page.keyboard.press('Enter');
  await expect(reset).toHaveCount(0);
  await all(page).getByRole('button', { name: 'Delete Without Kessel' }).focus();
  await page.keyboard.press('Enter');
  await expect(all(page).getByRole('button', { name: /^Without Kessel/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(all(page)).toHaveCount(0);
  await undo(page);
  await chosen(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Without Kessel' })).toBeVisible();
});

test('scenarios side by side keep strategy apart from tactic, and one of them is chosen there', async ({ page }) => {
  await visit(page, 'Outcomes');
  await menu(page, 'Compare scenarios');
  const compare = dialog(page, 'Compare scenarios');
  await expect(compare.getByRole('row', { name: /^Expected/ })).toContainText('the plan itself');
  for (const band of ['Strategy', 'Tactic']) {
    await expect(compare.getByRole('columnheader', { name: band, exact: true })).toBeVisible();
  }
  await expect(compare.getByRole('row', { name: /^Lose top reseller/ })).toContainText('−€');
  await compare.getByRole('button', { name: 'Choose Hold budget flat' }).click();
  await expect(compare.getByRole('row', { name: /^Hold budget flat/ }).getByLabel('Chosen')).toBeVisible();
  await compare.getByRole('button', { name: 'Done' }).click();
  await expect(chosen(page)).toContainText('Hold budget flat');
});

test('what would have to be true is said in a sentence and set in the scenario', async ({ page }) => {
  await visit(page, 'Motions');
  await choose(page, chosen(page), 'Hold budget flat');
  await page.getByRole('row', { name: MOTION }).click();
  await expect(drawer(page).getByRole('heading', { name: MOTION })).toBeVisible();
  await menu(page, 'What would have to be true');
  const solve = dialog(page, 'What would have to be true');
  await solve.getByRole('textbox', { name: 'Target over all its months' }).fill('900000');
  await expect(solve.getByRole('status')).toContainText('€900k');
  await solve.getByRole('button', { name: 'Set in Hold budget flat' }).click();
  await expect(solve).toHaveCount(0);
  await expect(drawer(page).getByRole('region', { name: 'Projection' })).toContainText('€900k');
  await undo(page);
  await expect(drawer(page).getByRole('region', { name: 'Projection' })).toContainText('€860k');
});

test('thirty scenarios with long names fit, and every dialog reads well in both themes', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await visit(page, 'Outcomes');
  for (let number = 1; number <= 30; number += 1) {
    await ask(page, 'scenario_add', { name: `${number}. ${'A name that goes on '.repeat(4)}`.slice(0, 80).trim() });
  }
  for (const entry of ['Compare scenarios', 'Manage scenarios'] as const) {
    await menu(page, entry);
    await expect(page.getByRole('dialog')).toContainText('30. A name');
    await settled(page);
    expect(await layoutDefects(page)).toEqual([]);
    expect(await graveFindingsInBothThemes(page, '[role="dialog"]')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});
