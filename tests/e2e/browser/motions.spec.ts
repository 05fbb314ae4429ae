// A motion is planned, dated and worked through.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host';
import { choose, toast, undo, visit } from './sample';

test.use({ opens: 'sample' });

const drawer = (page: Page): Locator => page.getByRole('complementary', { name: 'Motion' });

test('a motion is added with partners, dates, budget and owner', async ({ page }) => {
  await visit(page, 'Motions');
  await page.getByRole('button', { name: 'New motion' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New motion' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Harbor days');
  await choose(page, dialog.getByRole('combobox', { name: 'Kind' }), /Joint GTM/);
  const partners = dialog.getByRole('combobox', { name: 'Partners' });
  await partners.fill('cinder');
  await partners.press('Enter');
  await partners.fill('saltmarsh');
  await partners.press('Enter');
  await dialog.getByLabel('First day').fill('2026-08-01');
  await dialog.getByLabel('Last day').fill('2026-10-15');
  await dialog.getByRole('textbox', { name: /^Budget/ }).fill('12000');
  await choose(page, dialog.getByRole('combobox', { name: 'Owner' }), 'Sales lead');
  await dialog.getByRole('button', { name: 'Add motion' }).click();

  await expect(dialog).toHaveCount(0);
  const row = page.getByRole('row', { name: 'Harbor days' });
  await expect(row).toContainText('€12k');
  await expect(drawer(page).getByRole('heading', { name: 'Harbor days' })).toBeVisible();
  await expect(drawer(page)).toContainText('Cinder CDP');
  await expect(drawer(page)).toContainText('Saltmarsh');
  await expect(drawer(page).getByLabel('Last day')).toHaveValue('2026-10-15');
  await expect(drawer(page).getByRole('combobox', { name: 'Owner' })).toContainText('Sales lead');

  await undo(page);
  await expect(row).toHaveCount(0);
  await expect(drawer(page)).toHaveCount(0);
});

test('a motion that ends before it begins is refused beside its date', async ({ page }) => {
  await visit(page, 'Motions');
  await page.getByRole('button', { name: 'New motion' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New motion' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Backwards');
  await dialog.getByLabel('First day').fill('2026-08-01');
  await dialog.getByLabel('Last day').fill('2026-07-01');
  await dialog.getByRole('button', { name: 'Add motion' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('The last day lies before the first.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: 'Backwards' })).toHaveCount(0);
});

test('dates are edited in the drawer and taken back', async ({ page }) => {
  await visit(page, 'Motions');
  await page.getByRole('row', { name: 'Nordics launch kit' }).click();
  const last = drawer(page).getByLabel('Last day');
  await expect(last).toHaveValue('2026-10-31');
  await last.fill('2026-11-30');
  await last.press('Enter');
  await drawer(page).getByRole('heading').first().click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('row', { name: 'Nordics launch kit' }).click();
  await expect(drawer(page).getByLabel('Last day')).toHaveValue('2026-10-31');
});

test('a click that leaves a text of many lines does what it was meant for', async ({ page }) => {
  await visit(page, 'Motions');
  await page.getByRole('row', { name: 'Nordics launch kit' }).click();
  await drawer(page)
    .getByRole('button', { name: /^Objective/ })
    .click();
  const text = drawer(page).getByRole('textbox', { name: 'Objective' });
  await text.fill('One line.');
  await expect(text).toBeFocused();
  const task = drawer(page).getByRole('region', { name: 'Tasks' }).getByRole('checkbox', { checked: false }).first();
  const name = (await task.getAttribute('aria-label')) ?? '';
  await task.click();
  await expect(drawer(page).getByRole('checkbox', { name, exact: true })).toBeChecked();
  await expect(text).toHaveCount(0);
  await expect(drawer(page).getByRole('button', { name: /^Objective: One line/ })).toBeVisible();
});

test('Escape closes a list of choices, and then the drawer', async ({ page }) => {
  await visit(page, 'Motions');
  await page.getByRole('row', { name: 'Nordics launch kit' }).click();
  await drawer(page).getByRole('combobox', { name: 'Status' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(drawer(page).getByRole('combobox', { name: 'Status' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);
});

test('a task is ticked, counted, and ticked back', async ({ page }) => {
  await visit(page, 'Motions');
  await page.getByRole('row', { name: 'Peak Season Playbook' }).click();
  const tasks = drawer(page).getByRole('region', { name: 'Tasks' });
  const before = (await tasks.getByText(/of \d+ done/).textContent()) ?? '';
  const open = tasks.getByRole('checkbox', { checked: false });
  const left = await open.count();
  await open.first().check();
  await expect(tasks.getByText(/of \d+ done/)).not.toHaveText(before);
  await undo(page);
  await expect(tasks.getByText(/of \d+ done/)).toHaveText(before);
  await expect(open).toHaveCount(left);
});

test('the arrow keys walk through the motions', async ({ page }) => {
  await visit(page, 'Motions');
  const list = page.getByRole('treegrid', { name: 'Motions' });
  await list.focus();
  const rows = list.locator('[data-motion]');
  await page.keyboard.press('Home');
  await expect(list.getByRole('row', { name: /^.*Co-created content/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(rows.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(drawer(page).getByRole('heading', { level: 2 })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);
});

test('one motion’s days and those of all are exported for a calendar', async ({ page, host }) => {
  await visit(page, 'Motions');
  await page.getByRole('row', { name: 'Peak Season Playbook' }).click();
  await host.answer(host.path('one.ics'));
  await drawer(page).getByRole('button', { name: 'Export its calendar' }).click();
  await expect(toast(page, 'Exported one.ics')).toBeVisible();
  await host.answer(host.path('all.ics'));
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or do anything' }).fill('calendar');
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Exported all.ics')).toBeVisible();
  const events = async (name: string): Promise<string[]> =>
    [...(await readFile(host.path(name), 'utf8')).matchAll(/^UID:(.*)$/gm)].map(([, uid]) => uid ?? '');
  const [one, all] = [await events('one.ics'), await events('all.ics')];
  expect(one.length).toBeGreaterThan(2);
  expect(all.length).toBeGreaterThan(one.length);
  expect(all).toEqual(expect.arrayContaining(one));
});
