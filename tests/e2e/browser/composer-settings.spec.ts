// What the composer's settings do to the document that is exported, and how its page is kept in view.
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { nothingToUndo } from './editing';
import { graveFindingsInBothThemes } from './grave';
import { expect, test, type Host } from './host';
import { layoutDefects } from './layout';
import { choose, toast, undo, visit } from './sample';
import { settled } from './settled';

test.use({ opens: 'sample' });
test.describe.configure({ timeout: 180_000 });

const settings = (page: Page): Locator => page.getByRole('region', { name: 'Settings' });
const desk = (page: Page): Locator => page.getByRole('region', { name: 'Document pages' });
const outline = (page: Page): Locator => page.getByRole('list', { name: 'Sections' });
const section = (page: Page, name: string): Locator => outline(page).getByRole('button', { name, exact: true });
const shows = (page: Page, words: RegExp): Promise<void> =>
  expect(desk(page).getByRole('img', { name: words })).toHaveAttribute('src', /^blob:/, { timeout: 30_000 });

/** What a reader finds in the file. */
async function exported(page: Page, host: Host): Promise<string> {
  const file = host.path('out.pdf');
  await host.answer(file);
  await page.getByRole('button', { name: 'Export PDF' }).click();
  const said = toast(page, 'Exported out.pdf');
  await expect(said).toBeVisible({ timeout: 60_000 });
  await said.getByRole('button', { name: 'Dismiss' }).click();
  await expect(said).toHaveCount(0);
  return execFileSync('pdftotext', ['-raw', file, '-']).toString();
}

test.beforeEach(async ({ page }) => {
  await visit(page, 'Document');
  await expect(page.getByText('Ready to export')).toBeVisible({ timeout: 60_000 });
});

test('money, partner names, how it is known and page numbers are printed or not, each as one step', async ({
  page,
  host,
}) => {
  const before = await exported(page, host);
  const shown = settings(page).getByRole('group', { name: 'Show' });
  for (const [label, words] of [
    ['Amounts', '€'],
    ['Partner names', 'Fernhill'],
    ['How it is known', 'by evidence,'],
    ['Page numbers', 'Tidewater partner plan 2 of'],
  ] as const) {
    expect(before, label).toContain(words);
    await shown.getByRole('switch', { name: label }).click();
    expect(await exported(page, host), label).not.toContain(words);
  }
  for (const label of ['Page numbers', 'How it is known', 'Partner names', 'Amounts']) {
    await undo(page);
    await expect(shown.getByRole('switch', { name: label })).toBeChecked();
  }
  await nothingToUndo(page);
  expect(await exported(page, host)).toBe(before);
});

test('a document keeps to its own scenario, or follows the title bar', async ({ page, host }) => {
  const scenario = settings(page).getByRole('combobox', { name: 'Scenario of the figures' });
  await expect(scenario).toHaveText('Expected');
  const expected = await exported(page, host);
  await choose(page, page.getByRole('banner').getByRole('combobox', { name: 'Scenario' }), 'Lose top reseller');
  await expect(scenario).toHaveText('Lose top reseller');
  const lost = await exported(page, host);
  expect(lost).not.toBe(expected);
  await choose(page, scenario, 'Expected');
  expect(await exported(page, host)).toBe(expected);
  await choose(page, page.getByRole('banner').getByRole('combobox', { name: 'Scenario' }), 'Expected');
  await choose(page, scenario, /^Lose top reseller/);
  expect(await exported(page, host)).toBe(lost);
});

test('a pinned page stays in view while something else is edited', async ({ page }) => {
  await section(page, 'Outcomes').click();
  await shows(page, /, Outcomes$/);
  const pin = page.getByRole('button', { name: 'Pin page' });
  await pin.click();
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  await section(page, 'Executive summary').click();
  await expect(section(page, 'Executive summary')).toHaveAttribute('aria-expanded', 'true');
  await shows(page, /, Outcomes$/);
  const place = await page.locator('.place').textContent();
  await page.getByRole('switch', { name: 'Print Executive summary' }).click();
  await expect(page.locator('.place')).not.toHaveText(place ?? '');
  await shows(page, /, Outcomes$/);
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(pin).toHaveAttribute('aria-pressed', 'false');
});

test('a logo is chosen from a file, said to be none, and taken away', async ({ page, host }) => {
  const file = settings(page).getByLabel('Logo file of the preparer');
  await writeFile(host.path('notes.txt'), 'no picture');
  await file.setInputFiles(host.path('notes.txt'));
  await expect(page.getByText(/neither a PNG, a JPEG nor an SVG file/)).toBeVisible();
  await nothingToUndo(page);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="18"/></svg>';
  await writeFile(host.path('logo.svg'), svg);
  await file.setInputFiles(host.path('logo.svg'));
  const replace = settings(page).getByRole('button', { name: 'Replace the logo of the preparer' });
  await expect(replace).toBeVisible();
  await expect(settings(page).locator('img[src^="data:image/png"]')).toHaveCount(1);
  await replace.press('Enter');
  await page.getByRole('menuitem', { name: 'No logo' }).press('Enter');
  await expect(settings(page).getByRole('button', { name: 'Logo of the preparer', exact: true })).toBeVisible();
  await undo(page);
  await expect(replace).toBeVisible();
});

test('a folder that takes no file leaves everything as it is, and says so', async ({ page, host }) => {
  await host.answer(host.path('nowhere/out.pdf'));
  await page.getByRole('button', { name: 'Export PDF' }).click();
  await expect(page.getByText(/out\.pdf could not be written/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Export PDF' })).toBeEnabled();
  await nothingToUndo(page);
});

test('a page that cannot be drawn says so and is drawn at the next try', async ({ page }) => {
  let refuses = true;
  await page.route('**/rpc/document_page', (route) =>
    refuses
      ? route.fulfill({ status: 422, json: { code: 'refused', message: 'The page is broken.', detail: '' } })
      : route.continue(),
  );
  await section(page, 'Outcomes').click();
  await expect(desk(page).getByRole('alert')).toContainText('This page could not be drawn: The page is broken.');
  expect(await graveFindingsInBothThemes(page)).toEqual([]);
  refuses = false;
  await desk(page).getByRole('button', { name: 'Try again' }).first().click();
  await shows(page, /, Outcomes$/);
});

test('pages that could not be laid out leave the last ones, and say so', async ({ page }) => {
  await shows(page, /^Page 1 of/);
  await page.route('**/rpc/document_pages', (route) =>
    route.fulfill({ status: 422, json: { code: 'refused', message: 'The disk is full.', detail: '' } }),
  );
  await settings(page).getByRole('switch', { name: 'Draft mark' }).click();
  await expect(page.getByRole('alert')).toContainText('before the last change: The disk is full.');
  await shows(page, /^Page 1 of/);
  await settled(page);
  expect(await layoutDefects(page)).toEqual([]);
  await page.unroute('**/rpc/document_pages');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the whole way by keys alone: sections, settings, pages, zoom, pin, export', async ({ page, host }) => {
  await section(page, 'Strategy and tactic').focus();
  await page.keyboard.press('Enter');
  await shows(page, /, Strategy and tactic$/);
  await page.keyboard.press('Alt+ArrowUp');
  await shows(page, /^Page 2 of \d+, Strategy and tactic$/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('switch', { name: 'Print Strategy and tactic' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('switch', { name: 'Print Strategy and tactic' })).not.toBeChecked();
  const audience = settings(page).getByRole('radio', { name: 'Internal' });
  await audience.focus();
  await page.keyboard.press('ArrowRight');
  await expect(settings(page).getByRole('radio', { name: 'Client' })).toBeChecked();
  await settings(page).getByRole('combobox', { name: 'Scenario of the figures' }).press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await settings(page).getByRole('switch', { name: 'Partner names' }).press('Space');
  await expect(settings(page).getByRole('switch', { name: 'Partner names' })).not.toBeChecked();
  await desk(page).focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('+');
  await expect(page.getByRole('combobox', { name: 'Zoom' })).not.toHaveText(/Fit/);
  await page.keyboard.press('0');
  await page.getByRole('button', { name: 'Pin page' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Pin page' })).toHaveAttribute('aria-pressed', 'true');
  expect(await graveFindingsInBothThemes(page)).toEqual([]);
  await host.answer(host.path('keys.pdf'));
  await page.keyboard.press('Control+e');
  await expect(toast(page, 'Exported keys.pdf')).toBeVisible({ timeout: 60_000 });
});
