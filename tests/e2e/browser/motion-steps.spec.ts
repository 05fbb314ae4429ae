// The steps inside a motion: a playbook's draft, tasks under phases, checklists, what waits for what, milestones.
import type { Locator, Page } from '@playwright/test';
import { graveFindingsInBothThemes } from './grave';
import { expect, test } from './host';
import { layoutDefects } from './layout';
import { choose, toast, undo, visit } from './sample';

test.use({ opens: 'sample' });

const drawer = (page: Page): Locator => page.getByRole('complementary', { name: 'Motion' });
const tasks = (page: Page): Locator => drawer(page).getByRole('region', { name: 'Tasks' });
const milestones = (page: Page): Locator => drawer(page).getByRole('region', { name: 'Milestones' });

async function addFromPlaybook(page: Page, name: string, form: 'Light' | 'Full'): Promise<void> {
  await visit(page, 'Motions');
  await page.getByRole('button', { name: 'New motion' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New motion' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await choose(page, dialog.getByRole('combobox', { name: 'Kind' }), /Referral/);
  await expect(dialog.getByRole('radio', { name: 'Light' })).toBeChecked();
  if (form === 'Full') await dialog.getByRole('radio', { name: 'Full' }).click();
  await dialog.getByRole('button', { name: 'Add motion' }).click();
  await expect(drawer(page).getByRole('heading', { name })).toBeVisible();
}

test('a light playbook brings milestones and an owner, in one step', async ({ page }) => {
  await addFromPlaybook(page, 'Warm doors', 'Light');
  await expect(milestones(page).getByRole('listitem')).not.toHaveCount(0);
  await expect(tasks(page)).toContainText('No tasks yet.');
  await expect(drawer(page).getByRole('combobox', { name: 'Owner' })).not.toContainText('Unassigned');
  await undo(page);
  await expect(page.getByRole('row', { name: 'Warm doors' })).toHaveCount(0);
});

test('a full playbook brings phases with tasks, and nothing starts from nothing', async ({ page }) => {
  await addFromPlaybook(page, 'Warm doors', 'Full');
  await expect(tasks(page).getByRole('button', { name: /^Phase: / })).not.toHaveCount(0);
  await expect(tasks(page).getByText(/^0 of \d+ done$/)).toBeVisible();
  await page.getByRole('button', { name: 'New motion' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New motion' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('From scratch');
  await choose(page, dialog.getByRole('combobox', { name: 'Start from' }), 'Nothing');
  await dialog.getByRole('button', { name: 'Add motion' }).click();
  await expect(drawer(page).getByRole('heading', { name: 'From scratch' })).toBeVisible();
  await expect(tasks(page)).toContainText('No tasks yet.');
  await expect(milestones(page)).toContainText('No milestones yet.');
});

test('a motion is kept as a playbook and offered to the next one', async ({ page }) => {
  await addFromPlaybook(page, 'Warm doors', 'Full');
  await drawer(page).getByRole('button', { name: 'Keep as a playbook' }).click();
  await expect(toast(page, 'Kept Warm doors as a playbook')).toBeVisible();
  await page.getByRole('button', { name: 'New motion' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New motion' });
  await choose(page, dialog.getByRole('combobox', { name: 'Kind' }), /Referral/);
  await choose(page, dialog.getByRole('combobox', { name: 'Start from' }), 'Warm doors');
  await dialog.getByRole('button', { name: 'Delete it' }).click();
  await expect(toast(page, 'Deleted the playbook Warm doors')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Delete it' })).toHaveCount(0);
});

test('a task is added, dated, divided, made to wait and deleted by mouse', async ({ page }) => {
  await addFromPlaybook(page, 'Warm doors', 'Full');
  const field = tasks(page).getByRole('textbox', { name: 'New task' });
  await field.fill('Thank the introducers');
  await field.press('Enter');
  await expect(field).toHaveValue('');
  const task = tasks(page).getByRole('button', { name: 'Thank the introducers', exact: true });
  await task.click();
  const fields = tasks(page).getByRole('group', { name: 'About Thank the introducers' });
  await fields.getByLabel('Starts').fill('2026-08-03');
  await fields.getByLabel('Due').fill('2026-08-07');
  await fields.getByLabel('Due').press('Tab');
  await choose(page, fields.getByRole('combobox', { name: 'Who does it' }), 'Sales lead');
  await expect(fields.getByRole('combobox', { name: 'Who does it' })).toContainText('Sales lead');
  await expect(fields.getByLabel('Due')).toHaveValue('2026-08-07');
  await fields.getByRole('textbox', { name: 'New line of the checklist' }).fill('Write a card');
  await page.keyboard.press('Enter');
  await fields.getByRole('checkbox', { name: 'Write a card' }).check();
  await expect(tasks(page)).toContainText('1/1 · Sales lead');
  const before = fields.getByRole('combobox', { name: 'Comes after' });
  await before.click();
  await page.getByRole('option').nth(1).click();
  await expect(fields.getByText(/^After /)).toBeVisible();
  const lag = fields.getByRole('textbox', { name: /^Days after / });
  await lag.fill('400');
  await lag.press('Enter');
  await expect(fields.getByText('days too early')).toBeVisible();
  await lag.fill('soon');
  await lag.press('Enter');
  await expect(fields.getByRole('alert')).toHaveText('Write whole days, for example 5.');
  await fields.getByRole('button', { name: /^Stop waiting for / }).click();
  await expect(fields.getByText(/^After /)).toHaveCount(0);
  await fields.getByRole('button', { name: 'Delete Thank the introducers' }).click();
  await expect(task).toHaveCount(0);
  await undo(page);
  await expect(task).toBeVisible();
});

test('tasks and milestones are worked by keyboard alone', async ({ page }) => {
  await visit(page, 'Motions');
  await page.getByRole('row', { name: 'Nordics launch kit' }).click();
  const field = tasks(page).getByRole('textbox', { name: 'New task' });
  await field.focus();
  await page.keyboard.type('Print the kit');
  await page.keyboard.press('Enter');
  const task = tasks(page).getByRole('button', { name: 'Print the kit', exact: true });
  await task.focus();
  await page.keyboard.press('Enter');
  await expect(task).toHaveAttribute('aria-expanded', 'true');
  const effort = tasks(page).getByRole('textbox', { name: 'Our work in days' });
  await effort.focus();
  await page.keyboard.type('2,5');
  await page.keyboard.press('Enter');
  await expect(effort).toHaveValue('2.5');
  await expect(effort).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(task).toHaveAttribute('aria-expanded', 'false');
  await tasks(page).getByRole('checkbox', { name: 'Print the kit' }).focus();
  await page.keyboard.press('Space');
  await expect(tasks(page).getByRole('checkbox', { name: 'Print the kit' })).toBeChecked();

  await milestones(page).getByRole('textbox', { name: 'New milestone' }).focus();
  await page.keyboard.type('Kit in shops');
  await page.keyboard.press('Enter');
  const reached = milestones(page).getByRole('button', { name: 'Kit in shops is reached' });
  await reached.focus();
  await page.keyboard.press('Space');
  await expect(reached).toHaveAttribute('aria-pressed', 'true');
  const day = milestones(page).getByLabel('Day of Kit in shops');
  await day.fill('2026-09-01');
  await day.press('Enter');
  // In a field the keys take back typing.
  await milestones(page).getByRole('button', { name: 'Delete Kit in shops' }).focus();
  await undo(page);
  await expect(day).toHaveValue('2026-10-31');
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
]) {
  test(`nothing is grave or cut at ${viewport.width} × ${viewport.height}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await addFromPlaybook(page, 'Warm doors', 'Full');
    await tasks(page).getByRole('button', { expanded: false }).first().click();
    await expect(tasks(page).getByRole('group', { name: /^About / })).toBeVisible();
    expect(await layoutDefects(page)).toEqual([]);
    expect(await graveFindingsInBothThemes(page)).toEqual([]);
  });
}
