// The import assistant from a file to the workspace and back, by mouse and by the keyboard alone.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { graveFindingsInBothThemes } from './grave';
import { expect, test, type Host } from './host';
import { choose, toast, visit } from './sample';
import { settled } from './settled';

test.use({ opens: 'sample' });

const FIXTURES = join(__dirname, '../../fixtures');
const PARTNERS = 'assistant/partners.csv';
const NEXT = 'assistant/partners-next.csv';

const assistant = (page: Page): Locator => page.getByRole('dialog', { name: 'Import' });
const step = (page: Page, name: string): Locator =>
  assistant(page).locator('[aria-current="step"]').filter({ hasText: name });
const column = (page: Page, name: string): Locator => assistant(page).getByRole('row', { name });
const counts = async (page: Page): Promise<string[]> => assistant(page).locator('dd').allTextContents();

/** How many partners the table has; behind the assistant too. */
async function partners(page: Page): Promise<number> {
  return Number(await page.locator('[role="grid"][aria-label="Partners"]').getAttribute('aria-rowcount')) - 1;
}

async function begin(page: Page, host: Host, file: string): Promise<void> {
  await visit(page, 'Partners');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await pick(page, host, file);
}

async function pick(page: Page, host: Host, file: string): Promise<void> {
  await expect(assistant(page).locator('[aria-busy="true"]')).toHaveCount(0);
  await host.answer(join(FIXTURES, file));
  await assistant(page)
    .getByRole('button', { name: /^Choose (a|another) file/ })
    .click();
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await assistant(page).getByRole('button', { name }).click();
}

test('by mouse: a file is mapped, asked about, compared, imported and taken back', async ({ page, host }) => {
  await begin(page, host, PARTNERS);
  await expect(assistant(page).getByText('Recognized as a list of partners')).toBeVisible();
  await expect(assistant(page).getByText('8 rows, 7 of 8 columns understood')).toBeVisible();
  const before = await partners(page);

  await press(page, 'Go to columns');
  await expect(column(page, 'Partner Company')).toContainText('NordlysTidepoolBlaufisch / Rotkehl');
  await expect(column(page, 'Shoe size')).toContainText('Leave out');
  await choose(page, assistant(page).getByLabel('Field of Shoe size'), 'Group');
  await expect(column(page, 'Shoe size')).toContainText('You said so');

  await press(page, 'See what changes');
  await expect(assistant(page).getByText('How are days written in this file?')).toBeVisible();
  await expect.poll(() => counts(page)).toEqual(['1', '0', '0', '0', '7']);
  await assistant(page)
    .getByRole('radio', { name: /Day first/ })
    .click();
  await expect.poll(() => counts(page)).toEqual(['5', '1', '0', '0', '2']);
  const cell = assistant(page).getByRole('radiogroup', {
    name: 'What row 4 holds',
  });
  const same = assistant(page).getByRole('radiogroup', {
    name: 'What row 5 is',
  });
  await expect(assistant(page).getByText('Oakmere Outdor may be Oakmere Outdoor')).toBeVisible();
  await cell.getByRole('radio', { name: '2 partners' }).click();
  await expect.poll(() => counts(page)).toEqual(['6', '1', '0', '0', '2']);
  await same.getByRole('radio', { name: 'The same' }).click();
  await expect.poll(() => counts(page)).toEqual(['5', '2', '0', '0', '2']);
  await same.getByRole('radio', { name: 'New' }).click();
  await cell.getByRole('radio', { name: 'One partner' }).click();
  await expect.poll(() => counts(page)).toEqual(['5', '1', '0', '0', '2']);
  await expect(assistant(page).getByText('<img src=x onerror=alert(1)>', { exact: true })).toBeVisible();
  await expect(assistant(page)).not.toContainText('--dates');

  const rejects = host.path('rejected.csv');
  await host.answer(rejects);
  await press(page, 'Save these rows');
  await expect(toast(page, 'Saved the rows as rejected.csv')).toBeVisible();
  const lines = (await readFile(rejects, 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('Reason');
  expect(await partners(page), 'nothing is written before the last click').toBe(before);

  await press(page, 'Import 6 rows, leave out 2');
  await expect(
    assistant(page).getByRole('heading', {
      name: '5 new and 1 changed partner.',
    }),
  ).toBeVisible();
  await expect.poll(() => partners(page)).toBe(before + 5);
  await press(page, 'Undo import');
  await expect(assistant(page).getByRole('heading', { name: 'Taken back' })).toBeVisible();
  await expect.poll(() => partners(page)).toBe(before);
});

test('by the keyboard alone: imported, then refreshed by its next file', async ({ page, host }) => {
  await visit(page, 'Partners');
  const { keyboard } = page;
  await host.answer(join(FIXTURES, PARTNERS));
  await keyboard.press('Control+i');
  await expect(step(page, 'File')).toBeVisible();
  await keyboard.press('Control+Enter');
  await expect(assistant(page).getByText('Recognized as')).toBeVisible();
  await keyboard.press('Control+Enter');
  await expect(step(page, 'Columns')).toBeVisible();

  // To the order of day and month, past who wins where both have a value.
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await expect(assistant(page).getByRole('radio', { name: 'Ask me' })).toBeFocused();
  await keyboard.press('ArrowRight');
  await expect(assistant(page).getByRole('radio', { name: 'Day first' })).toBeChecked();

  // On to the first column: opened, left as it is.
  await keyboard.press('Tab');
  const name = assistant(page).getByLabel('Field of Partner Company');
  await expect(name).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Leave out' })).toBeVisible();
  await settled(page);
  await keyboard.press('Escape');
  await expect(page.getByRole('option', { name: 'Leave out' })).toBeHidden();
  await expect(step(page, 'Columns')).toBeVisible();

  await keyboard.press('Control+Enter');
  await expect.poll(() => counts(page)).toEqual(['5', '1', '0', '0', '2']);
  await keyboard.press('Control+Enter');
  await expect(step(page, 'Done')).toBeVisible();
  await keyboard.press('Escape');
  await expect(assistant(page)).toBeHidden();
  const after = await partners(page);

  await host.answer(join(FIXTURES, NEXT));
  await keyboard.press('Control+i');
  await keyboard.press('Control+Enter');
  await expect(assistant(page).getByText('Mapped as the last time')).toBeVisible();
  await keyboard.press('Control+Enter');
  await keyboard.press('Control+Enter');
  await expect.poll(() => counts(page)).toEqual(['0', '1', '2', '0', '0']);
  await expect(assistant(page).getByText('4 names of the last file are not in this one')).toBeVisible();
  await expect(assistant(page).getByText('Nothing is deleted.')).toBeVisible();
  await keyboard.press('Control+Enter');
  await expect(assistant(page).getByRole('heading', { name: '1 changed partner.' })).toBeVisible();
  await keyboard.press('Control+Enter');
  await expect(assistant(page)).toBeHidden();
  expect(await partners(page)).toBe(after);
});

test('companies of a CRM become accounts; partners only by a column that a person picks', async ({ page, host }) => {
  await begin(page, host, 'profiles/hubspot-companies.csv');
  await expect(assistant(page).getByText('These are companies that you sell to.')).toBeVisible();
  await expect(assistant(page).getByRole('radio', { name: 'Accounts' })).toBeChecked();
  await assistant(page).getByRole('radio', { name: 'Partners' }).click();
  await press(page, 'Go to columns');
  await expect(assistant(page).getByText('Say which of these companies are partners.')).toBeVisible();
  await expect(assistant(page).getByRole('button', { name: 'See what changes' })).toBeDisabled();
  await press(page, 'Back');
  await choose(page, assistant(page).getByLabel('A row is a partner where'), 'Type');
  await press(page, /^Partner$/);
  await press(page, 'Go to columns');
  await press(page, 'See what changes');
  await expect.poll(() => counts(page)).toEqual(['2', '0', '0', '1', '0']);
  await press(page, 'Import 2 rows');
  await expect(assistant(page).getByRole('heading', { name: '2 new partners.' })).toBeVisible();
});

test('who wins and what is the same in every row change what would be written', async ({ page, host }) => {
  await begin(page, host, NEXT);
  await press(page, 'Go to columns');
  await assistant(page).getByRole('radio', { name: 'Mine win' }).click();
  await assistant(page).getByRole('radio', { name: 'Day first' }).click();
  await choose(page, assistant(page).getByLabel('Field', { exact: true }), 'Group');
  await assistant(page).getByRole('textbox', { name: 'Value in every row' }).fill('Nordics');
  await press(page, 'Add');
  await expect(assistant(page).getByText('Group: Nordics')).toBeVisible();
  await press(page, 'See what changes');
  await expect.poll(() => counts(page)).toEqual(['2', '0', '1', '0', '0']);
  await press(page, 'Back');
  await choose(page, assistant(page).getByLabel('If both have a value in Tier'), 'File wins');
  await press(page, 'See what changes');
  await expect.poll(() => counts(page)).toEqual(['2', '1', '0', '0', '0']);
});

test('a file that cannot be read is refused in a sentence, and the next one is taken', async ({ page, host }) => {
  await begin(page, host, 'xlsx/password.xlsx');
  const refusal = assistant(page).getByRole('alert');
  await expect(refusal).toContainText('it is protected by a password');
  await expect(refusal).toContainText('Nothing was written.');
  await pick(page, host, 'xlsx/messy.xlsx');
  await expect(refusal).toBeHidden();
  await expect(assistant(page).getByRole('heading', { name: 'messy.xlsx' })).toBeVisible();
  await pick(page, host, 'csv/excel-sep.csv');
  await choose(page, assistant(page).getByLabel('Between cells'), 'Bar');
  await expect(assistant(page).getByRole('table', { name: 'First values of the columns' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(assistant(page)).toBeHidden();
});

test('no step has a grave finding in either theme', async ({ page, host }) => {
  await begin(page, host, PARTNERS);
  for (const forward of ['Go to columns', 'See what changes', /^Import /, null]) {
    await expect(assistant(page).locator('[aria-busy="true"]')).toHaveCount(0);
    expect(await graveFindingsInBothThemes(page, '[role="dialog"]')).toEqual([]);
    if (forward !== null) await press(page, forward);
  }
});

test('a text that cannot be read is read in another encoding', async ({ page, host }) => {
  const file = host.path('open.csv');
  await writeFile(file, 'Name,Kind\n"Acme,Reseller\nBeta,Brand\n');
  await visit(page, 'Partners');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await host.answer(file);
  await press(page, 'Choose a file');
  await expect(assistant(page).getByRole('alert')).toContainText('a quotation mark opens a cell and none closes it');
  await writeFile(file, 'Name;Kind\nAcme;Reseller\n');
  await choose(page, assistant(page).getByLabel('Between cells'), 'Semicolon');
  await expect(assistant(page).getByRole('alert')).toBeHidden();
  await expect(assistant(page).getByText('1 row, 2 columns understood')).toBeVisible();
});

test('comparing a large file can be stopped, and nothing is written', async ({ page, host }) => {
  const large = host.path('large.csv');
  const rows = Array.from({ length: 120_000 }, (_, at) => `Firm ${at} of ${(at * 7919) % 60_013},Reseller`);
  await writeFile(large, `Name,Kind\n${rows.join('\n')}\n`);
  await visit(page, 'Partners');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const before = await partners(page);
  await host.answer(large);
  await press(page, 'Choose a file');
  await expect(assistant(page).getByText('120,000 rows, 2 columns understood')).toBeVisible();
  await press(page, 'Go to columns');
  await press(page, 'See what changes');
  await expect(assistant(page).getByText('Comparing')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(assistant(page).getByText('Stopped. Nothing was written.')).toBeVisible();
  await expect(assistant(page).getByRole('button', { name: 'Compare again' })).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(assistant(page)).toBeHidden();
  expect(await partners(page)).toBe(before);
});

test('a report of a network with a wrong currency is refused by row, comes in corrected and is taken back', async ({
  page,
  host,
}) => {
  const header = 'publisherId,publisherName,currency,clicks,pendingNo,confirmedNo,confirmedValue,confirmedComm';
  const report = host.path('march.csv');
  const write = async (currency: string): Promise<void> =>
    writeFile(
      report,
      `${header}\n7001,Lantern Letters,EUR,400,0,5,250.00,25.00\n7002,Quiet Deals,${currency},90,0,2,80.00,8.00\n`,
    );
  const open = async (): Promise<void> => {
    await host.answer(report);
    await page.keyboard.press('Control+i');
    await press(page, 'Choose a file');
    await expect(assistant(page).getByText('Recognized as Awin by publisher')).toBeVisible();
    await press(page, 'Go to columns');
    await expect(assistant(page).getByText('Say which month the report is of.')).toBeVisible();
    await assistant(page).getByLabel('First month').fill('2026-03');
    await page.keyboard.press('Enter');
    await expect(assistant(page).getByText('Say which month the report is of.')).toBeHidden();
    await press(page, 'See what changes');
  };
  await visit(page, 'Partners');

  await write('Pounds');
  await open();
  await expect(
    assistant(page).getByText("Row 3, column 'currency': found 'Pounds', expected a currency such as EUR"),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(assistant(page)).toBeHidden();

  await write('GBP');
  const before = await partners(page);
  await open();
  await expect.poll(() => counts(page)).toEqual(['8', '0', '0', '0', '0']);
  await expect(assistant(page).getByText('they wait for a rate from GBP')).toBeVisible();
  await choose(page, assistant(page).getByLabel('Who Quiet Deals is'), 'Leave its figures out');
  await expect.poll(() => counts(page)).toEqual(['4', '0', '0', '0', '0']);
  await choose(page, assistant(page).getByLabel('Who Quiet Deals is'), 'New affiliate');
  await expect.poll(() => counts(page)).toEqual(['8', '0', '0', '0', '0']);
  await press(page, 'Import 8 figures');
  await expect(assistant(page).getByRole('heading', { name: '8 new figures.' })).toBeVisible();
  await expect.poll(() => partners(page)).toBe(before + 2);
  await press(page, 'Undo import');
  await expect(assistant(page).getByRole('heading', { name: 'Taken back' })).toBeVisible();
  await expect.poll(() => partners(page)).toBe(before);
});
