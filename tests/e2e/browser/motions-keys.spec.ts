// A whole plan without a mouse: added, moved, resized, opened, made to wait, done; then on the board and in the table.
import type { Page } from '@playwright/test';
import { expect, test } from './host';
import { go, screens, undo } from './sample';
import { expectDates, rowOf, rows } from './timeline';

test.use({ opens: 'sample' });

/** Presses keys until a row is the current one. */
async function walkTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Home');
  for (let step = 0; step < 60; step += 1) {
    if (
      (await rowOf(page, name)
        .getAttribute('aria-selected')
        .catch(() => null)) === 'true'
    )
      return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The keys do not lead to ${name}.`);
}

async function add(page: Page, name: string, first: string, last: string): Promise<void> {
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'New motion' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type(name);
  await dialog.getByLabel('First day').fill(first);
  await dialog.getByLabel('Last day').fill(last);
  await dialog.getByLabel('Last day').press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(rowOf(page, name)).toHaveAttribute('aria-selected', 'true');
}

test('one whole plan is made without a mouse', async ({ page }) => {
  await page.goto('/');
  await expect(screens(page)).toBeVisible();
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('heading', { level: 1, name: 'Motions' })).toBeVisible();
  await expect(rowOf(page, 'Peak Season Playbook')).toBeVisible();
  await add(page, 'Harbor report', '2026-07-06', '2026-08-30');
  await add(page, 'Harbor roadshow', '2026-09-07', '2026-10-18');

  // Moved, and both ends drawn, by weeks as seen from afar.
  await rows(page).focus();
  await walkTo(page, 'Harbor report');
  await page.keyboard.press('Alt+ArrowRight');
  await expectDates(page, '2026-07-13', '2026-09-06');
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expectDates(page, '2026-07-13', '2026-08-30');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await expectDates(page, '2026-07-06', '2026-08-30');
  // Given up before the keys are let go.
  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await page.keyboard.up('Alt');
  await expectDates(page, '2026-07-06', '2026-08-30');

  // By days from near.
  for (let turn = 0; turn < 4; turn += 1) await page.keyboard.press('+');
  await page.keyboard.press('Alt+ArrowRight');
  await expectDates(page, '2026-07-07', '2026-08-31');
  await page.keyboard.press('Alt+ArrowLeft');
  await expectDates(page, '2026-07-06', '2026-08-30');
  await page.keyboard.press('0');

  // The roadshow waits for the report, so that moving the report asks.
  await walkTo(page, 'Harbor roadshow');
  await page.keyboard.press('d');
  const waits = page.getByRole('group', {
    name: 'What Harbor roadshow waits for',
  });
  await expect(waits.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('harbor rep');
  await page.keyboard.press('Enter');
  await expect(waits).toHaveCount(0);
  await expect(rows(page)).toBeFocused();
  await walkTo(page, 'Harbor report');
  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.up('Alt');
  const ask = page.getByRole('group', {
    name: 'Others wait for Harbor report',
  });
  await expect(ask.getByRole('button', { name: 'Move it too' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(ask).toHaveCount(0);
  await expectDates(page, '2026-07-20', '2026-09-13');
  await walkTo(page, 'Harbor roadshow');
  await expectDates(page, '2026-09-14', '2026-10-25');

  // Done, and not done again.
  await walkTo(page, 'Harbor report');
  await page.keyboard.press(' ');
  await expect(rowOf(page, 'Harbor report')).toContainText('Done');
  await page.keyboard.press(' ');
  await expect(rowOf(page, 'Harbor report')).not.toContainText('Done');
});

test('a task is reached, moved, made to wait and ticked by keys', async ({ page }) => {
  await page.goto('/');
  await go(page, 'Motions');
  await expect(rowOf(page, 'Peak Season Playbook')).toBeVisible();
  await rows(page).focus();
  await walkTo(page, 'Peak Season Playbook');
  await page.keyboard.press('ArrowRight');
  const tasks = rows(page).locator('[data-task]');
  await expect(tasks.first()).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(tasks.first()).toHaveAttribute('aria-selected', 'true');
  const words = await tasks.first().textContent();
  await page.keyboard.press(' ');
  await expect(tasks.first()).not.toHaveText(words ?? '');
  await undo(page);
  await expect(tasks.first()).toHaveText(words ?? '');
  const moved = page.waitForResponse('**/rpc/plan_move');
  await page.keyboard.press('Alt+ArrowRight');
  const ask = page.getByRole('button', { name: 'Move only this' });
  await ask
    .or(page.getByRole('button', { name: 'Undo', exact: true }))
    .first()
    .waitFor();
  if (await ask.isVisible()) await ask.press('Enter');
  expect((await moved).ok()).toBe(true);
  // Out again: the motion closes over its tasks.
  await rows(page).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(tasks).toHaveCount(0);
});

test('a card moves along the board, and a cell of the table is edited, by keys', async ({ page }) => {
  await page.goto('/');
  await go(page, 'Motions');
  await page.getByRole('radio', { name: 'Timeline' }).focus();
  await page.keyboard.press('ArrowRight');
  const agreed = page.getByRole('region', { name: /^Agreed/ });
  const running = page.getByRole('region', { name: /^Running/ });
  const card = agreed.getByRole('button', { name: /Nordics launch kit/ });
  await card.focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(running.getByRole('button', { name: /Nordics launch kit/ })).toBeFocused();
  await undo(page);
  await expect(card).toBeVisible();

  await page.getByRole('radio', { name: 'Board' }).focus();
  await page.keyboard.press('ArrowRight');
  const grid = page.getByRole('grid', { name: 'Motions' });
  await grid.focus();
  await page.keyboard.press('F2');
  const editor = grid.getByRole('textbox');
  await expect(editor).toBeFocused();
  const name = await editor.inputValue();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Renamed by keys');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('row', { name: 'Renamed by keys' })).toBeVisible();
  await undo(page);
  await expect(grid.getByRole('row', { name })).toBeVisible();
});
