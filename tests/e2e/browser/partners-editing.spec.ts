// The table as a spreadsheet: typed, filled, pasted and copied by the keyboard alone; fields of the workspace's own.
import type { Locator, Page } from '@playwright/test';
import { expect, HOSTILE_NAMES, test } from './host';
import { toast, undo, visit } from './sample';

test.use({
  opens: 'sample',
  permissions: ['clipboard-read', 'clipboard-write'],
});

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Partners' });
const row = (page: Page, name: string): Locator => page.getByRole('row', { name });
const cell = (page: Page, name: string, column: string): Locator =>
  row(page, name).locator(`[data-column="${column}"]`);

/** The keys stand on the named partner's cell of a column. */
async function goTo(page: Page, name: string, column: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Search partners' }).fill(name);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Home');
  const columns = await grid(page).getByRole('columnheader').allTextContents();
  const at = columns.findIndex((label) => label.trim().startsWith(column));
  for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowRight');
}

async function showAll(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Search partners' }).fill('');
}

/** As Ctrl V with this text on the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await grid(page).focus();
  await page.keyboard.press('Control+v');
}

test('letters replace a cell, Enter goes down, Tab goes on, Delete empties', async ({ page }) => {
  await visit(page, 'Partners');
  await goTo(page, 'Saltmarsh', 'Tier');
  await page.keyboard.type('Gold');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('listbox', { name: 'Stage of Saltmarsh' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(cell(page, 'Saltmarsh', 'tier')).toHaveText('Gold');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Delete');
  await expect(cell(page, 'Saltmarsh', 'tier')).toHaveText('–');
  await undo(page);
  await expect(cell(page, 'Saltmarsh', 'tier')).toHaveText('Gold');
  await showAll(page);
  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  const before = await grid(page).getAttribute('aria-activedescendant');
  await page.keyboard.press('9');
  await page.keyboard.press('Enter');
  await expect(grid(page)).toBeFocused();
  await expect(grid(page)).not.toHaveAttribute('aria-activedescendant', before ?? '');
});

test('Ctrl D fills the selected rows with the first one’s value, as one step', async ({ page }) => {
  await visit(page, 'Partners');
  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('toolbar', { name: 'Selected partners' })).toContainText('4 selected');
  const stage = (await page.locator('[aria-rowindex="2"] [data-column="stage"]').textContent())?.trim() ?? '';
  await page.keyboard.press('Control+d');
  for (const index of [2, 3, 4, 5])
    await expect(page.locator(`[aria-rowindex="${index}"] [data-column="stage"]`)).toHaveText(stage);
  await undo(page);
  await expect(page.locator('[aria-rowindex="4"] [data-column="stage"]')).not.toHaveText(stage);
});

test('fifty rows are pasted into partners that are there and as new ones, as one step', async ({ page }) => {
  await visit(page, 'Partners');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '46');
  const there = ['Saltmarsh', 'Velo Nord', 'Cinder CDP', 'Kessel & Partner', 'Lumen Returns'];
  const fresh = Array.from({ length: 45 }, (_, index) => `Pasted partner ${index + 1}`);
  const lines = [...there, ...fresh].map((name) => `${name}\tReseller\tPasted\tSales lead`);
  await paste(page, `Name\tKind\tTier\tOwner\r\n${lines.join('\r\n')}\r\n`);
  await expect(toast(page, '5 partners changed, 45 partners added')).toBeVisible();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '91');
  await page.getByRole('textbox', { name: 'Search partners' }).fill('Velo Nord');
  await expect(row(page, 'Velo Nord')).toContainText('Pasted');
  await expect(row(page, 'Velo Nord')).toContainText('Sales lead');
  await showAll(page);
  await grid(page).focus();
  await undo(page);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '46');
});

test('what does not fit is left out and said', async ({ page }) => {
  await visit(page, 'Partners');
  await paste(page, 'Name\tStage\nSaltmarsh\tNowhere\nVelo Nord\tDormant');
  await expect(toast(page, 'Left out: Line 2: “Nowhere” is no stage here.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Search partners' }).fill('Velo Nord');
  await expect(cell(page, 'Velo Nord', 'stage')).toHaveText('Dormant');
});

test('hostile names are pasted, shown and copied as typed', async ({ page }) => {
  await visit(page, 'Partners');
  const names = [...HOSTILE_NAMES, "=cmd|' /C calc'!A0", "'; DROP TABLE organization; --"];
  await paste(page, `Name\n${names.map((name) => `"${name.replaceAll('"', '""')}"`).join('\n')}`);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(46 + names.length));
  for (const name of names) {
    await page.getByRole('textbox', { name: 'Search partners' }).fill(name.slice(0, 60));
    await expect(grid(page).getByText(name, { exact: true })).toBeVisible();
    await expect(grid(page).getByText(name, { exact: true })).toHaveAttribute('title', name);
  }
  await showAll(page);
  await grid(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`'=cmd|' /C calc'!A0`);
  expect(copied).not.toMatch(/(^|[\t\n])"?[=@]/);
  expect(copied.split('\n')).toHaveLength(46 + names.length);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});

test('a field of the workspace’s own is made, typed and filtered by', async ({ page }) => {
  await visit(page, 'Partners');
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await page.getByRole('button', { name: 'Fields and tags…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Fields and tags' });
  await dialog.getByRole('textbox', { name: 'New field' }).fill('Seats');
  await dialog.getByLabel('Kind', { exact: true }).click();
  await page.getByRole('option', { name: 'Number' }).click();
  await dialog.getByRole('button', { name: 'Add field' }).click();
  await expect(dialog.getByRole('button', { name: 'Name of the field: Seats. Edit' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await goTo(page, 'Saltmarsh', 'Seats');
  await page.keyboard.type('many');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No number: write 1250.50')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('1,250');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Saltmarsh', 'custom:seats')).toHaveText('1,250');

  await showAll(page);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('dialog', { name: 'Add a filter' }).getByRole('button', { name: 'Seats' }).click();
  await page.getByText('From, to').click();
  await page.getByRole('textbox', { name: 'From' }).fill('1000');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '46');
});

test('tags are made in their cell, and a choice of columns stays', async ({ page }) => {
  await visit(page, 'Partners');
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  const columns = page.getByRole('dialog', { name: 'Columns' });
  await columns.getByRole('checkbox', { name: 'Tags' }).check();
  await columns.getByRole('checkbox', { name: 'Lens' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Lens' })).toHaveCount(0);
  await goTo(page, 'Saltmarsh', 'Tags');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Pilot');
  await page.keyboard.press('Enter');
  await page.keyboard.type('DACH push');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Saltmarsh', 'tags')).toContainText('Pilot');
  await expect(cell(page, 'Saltmarsh', 'tags')).toContainText('DACH push');
  await page.reload();
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Partners' }).click();
  await expect(page.getByRole('columnheader', { name: 'Tags' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Lens' })).toHaveCount(0);
});

test('rows stand in groups that fold', async ({ page }) => {
  await visit(page, 'Partners');
  await page.getByLabel('Group by').click();
  await page.getByRole('option', { name: 'Kind' }).click();
  const affiliates = grid(page).getByRole('button', { name: /Affiliate/ });
  await expect(affiliates).toHaveAttribute('aria-expanded', 'true');
  await affiliates.click();
  await expect(affiliates).toHaveAttribute('aria-expanded', 'false');
  await expect(row(page, 'DealDock')).toHaveCount(0);
});

test('a selection is placed with one reason, as one step', async ({ page }) => {
  await visit(page, 'Partners');
  for (const name of ['Fernhill Commerce', 'Oakmere Outdoor'])
    await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  const bar = page.getByRole('toolbar', { name: 'Selected partners' });
  await bar.getByRole('button', { name: 'Place…' }).click();
  await page.getByRole('menuitem', { name: 'Transactional…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Place 2 partners: why?' });
  await dialog.getByRole('button', { name: 'Place them' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Say why');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('They left the joint plan');
  await dialog.getByRole('button', { name: 'Place them' }).click();
  for (const name of ['Fernhill Commerce', 'Oakmere Outdoor']) {
    await page.getByRole('textbox', { name: 'Search partners' }).fill(name);
    await expect(row(page, name)).toContainText('Transactional');
  }
  await grid(page).focus();
  await undo(page);
  await expect(row(page, 'Oakmere Outdoor')).toContainText('Strategic');
});
