// What leaves the workspace: briefs for partners, a brand, a template for the next client, a figure with its source.
import { readdir, readFile } from 'node:fs/promises';
import { command } from './editing';
import { graveFindingsInBothThemes } from './grave';
import { expect, test } from './host';
import { toast, visit } from './sample';

test.use({ opens: 'sample', permissions: ['clipboard-read', 'clipboard-write'] });

test('a brief for each partner is written into a new folder, by keys alone, and is one step away', async ({
  page,
  host,
}) => {
  await visit(page, 'Document');
  await host.answer(host.path('.'));
  await command(page, 'Export partner briefs');
  const dialog = page.getByRole('dialog', { name: 'Export partner briefs' });
  await expect(dialog.getByRole('combobox', { name: 'For' })).toBeVisible();
  expect(await graveFindingsInBothThemes(page)).toEqual([]);
  await dialog.getByRole('switch', { name: 'Commission' }).press('Space');
  await dialog.getByRole('button', { name: 'Export all briefs' }).press('Enter');
  const folder = 'Tidewater partner plan briefs, 30 June 2026';
  const said = toast(page, `Exported 45 briefs into ${folder}`);
  await expect(said).toBeVisible({ timeout: 120_000 });
  const files = await readdir(host.path(folder));
  expect(files.length).toBe(45);
  expect((await readFile(`${host.path(folder)}/${files[0]}`)).subarray(0, 5).toString()).toBe('%PDF-');
  const asked = page.waitForRequest('**/rpc/written_show');
  await said.getByRole('button', { name: 'Show in folder' }).press('Enter');
  expect(Object.keys((await asked).postDataJSON() as object)).toEqual(['token']);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a brand goes into a file and out of it', async ({ page, host }) => {
  await visit(page, 'Document');
  await host.answer(host.path('tide.json'));
  await command(page, 'Save the brand');
  await expect(toast(page, 'Saved the brand as tide.json')).toBeVisible();
  await host.answer(host.path('tide.json'));
  await command(page, 'Load a brand');
  await expect(toast(page, 'wears the brand')).toBeVisible();
});

test('a house template is offered to the next client, and can be forgotten', async ({ page }) => {
  await visit(page, 'Map');
  await command(page, 'Save as house template');
  await page.getByRole('textbox', { name: 'Name of the template' }).fill('Harrow & Lane');
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Saved Harrow & Lane')).toBeVisible();
  await command(page, 'New workspace');
  const dialog = page.getByRole('dialog', { name: 'New workspace' });
  await dialog.getByRole('combobox', { name: 'Begin with' }).click();
  await page.getByRole('option', { name: 'Harrow & Lane' }).click();
  await expect(dialog.getByText('House template')).toBeVisible();
  expect(await graveFindingsInBothThemes(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Forget this template' }).click();
  await dialog.getByRole('combobox', { name: 'Begin with' }).click();
  await expect(page.getByRole('option', { name: 'Harrow & Lane' })).toHaveCount(0);
});

test('a key figure is copied with the plan, the scenario and the day', async ({ page }) => {
  await visit(page, 'Outcomes');
  const figure = page.getByRole('region', { name: 'Strategy' }).getByRole('button').first();
  await figure.focus();
  await page.keyboard.press('Control+c');
  const source = /, Jan 2026 to Jun 2026 \(Tidewater partner plan, Expected, 30 June 2026\)$/;
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(source);
  await figure.press('Enter');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(toast(page, 'Copied the figure with its source')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    '(Tidewater partner plan, Expected, 30 June',
  );
});
