// Accounts and deals: found, filtered, edited in place, and what partners did in a deal; by mouse and by keys alone.
import type { Locator, Page } from '@playwright/test';
import { graveFindingsInBothThemes } from './grave';
import { expect, HOSTILE_NAMES, test } from './host';
import { choose, toast, undo, visit } from './sample';

test.use({
  opens: 'sample',
  permissions: ['clipboard-read', 'clipboard-write'],
});

type List = 'Accounts' | 'Deals';

const grid = (page: Page, list: List): Locator => page.getByRole('grid', { name: list });
const cell = (page: Page, name: string, column: string): Locator =>
  page.getByRole('row', { name }).locator(`[data-column="${column}"]`);
const deal = (page: Page): Locator => page.getByRole('complementary', { name: 'Deal' });
const part = (page: Page, partner: string): Locator => deal(page).getByRole('listitem', { name: partner });

/** By the title of the partners' screen. */
async function goTo(page: Page, list: List): Promise<void> {
  await visit(page, 'Partners');
  await page.getByRole('heading', { name: 'Partners' }).getByRole('button').click();
  await page.getByRole('menuitem', { name: list }).click();
  await expect(grid(page, list)).toBeVisible();
}

/** The keys stand on the named row's cell of a column. */
async function keysOn(page: Page, list: List, name: string, column: string): Promise<void> {
  await page.getByRole('textbox', { name: `Search ${list.toLowerCase()}` }).fill(name);
  await expect(grid(page, list)).toHaveAttribute('aria-rowcount', '2');
  await page.keyboard.press('Enter');
  await expect(grid(page, list)).toBeFocused();
  await page.keyboard.press('Control+Home');
  const columns = await grid(page, list).getByRole('columnheader').allTextContents();
  const at = columns.findIndex((label) => label.trim() === column);
  for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowRight');
}

test('accounts are found, filtered and led to their deals by mouse', async ({ page }) => {
  await goTo(page, 'Accounts');
  await expect(grid(page, 'Accounts')).toHaveAttribute('aria-rowcount', '61');
  const search = page.getByRole('textbox', { name: 'Search accounts' });
  await search.fill('fernhill');
  await expect(cell(page, 'Ardent Home', 'partners')).toHaveText('Fernhill Commerce');
  await search.fill('nobody buys this');
  await expect(page.getByText('No account matches “nobody buys this”.')).toBeVisible();
  await page.getByRole('button', { name: /^Show all/ }).click();
  await choose(page, page.getByRole('combobox', { name: 'Show' }), 'Target accounts');
  await expect(cell(page, 'Bexley Sports', 'target')).toHaveText('Yes');
  await expect(page.getByRole('row', { name: 'Ardent Home' })).toHaveCount(0);
  await page.getByRole('row', { name: 'Bexley Sports' }).getByText('€55k').click();
  await expect(grid(page, 'Deals')).toHaveAttribute('aria-rowcount', '2');
  await expect(cell(page, 'Bexley Sports order sync', 'partners')).toContainText('Fernhill Commerce, Oakmere Outdoor');
});

test('an account is added, edited and deleted by keys alone', async ({ page }) => {
  await visit(page, 'Map');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Go to accounts');
  await page.getByRole('option', { name: 'Go to Accounts' }).waitFor();
  await page.keyboard.press('Enter');
  await expect(grid(page, 'Accounts')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  const [hostile] = HOSTILE_NAMES;
  await page.keyboard.type(hostile);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Added ${hostile}. Add another, or press Esc.`)).toBeVisible();
  await page.keyboard.press('Escape');
  await keysOn(page, 'Accounts', 'onerror', 'Domain');
  await page.keyboard.type('img.example');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('listbox', { name: 'Target of' })).toBeFocused();
  await page.keyboard.type('y');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'onerror', 'target')).toHaveText('Yes');
  await expect(cell(page, 'onerror', 'domain')).toHaveText('img.example');
  await expect(cell(page, 'onerror', 'name')).toContainText(hostile);
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+c');
  await expect(toast(page, 'Copied 1 row')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `Name\tDomain\tTarget\tDeals\tOpen\tWon\tPartners\n${hostile}\timg.example\tYes\t0\t\t\t`,
  );
  await page.getByRole('toolbar', { name: 'Selected accounts' }).getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(toast(page, `Deleted ${hostile}`)).toBeVisible();
  await expect(page.getByText('No account matches “onerror”.')).toBeVisible();
  await undo(page);
  await expect(cell(page, 'onerror', 'domain')).toHaveText('img.example');
});

test('a deal’s fields are edited in place by keys alone; what cannot be is said', async ({ page }) => {
  await goTo(page, 'Deals');
  const name = 'Ardent Home stores rollout';
  await keysOn(page, 'Deals', name, 'Account');
  await page.keyboard.press('Enter');
  const account = page.getByRole('textbox', { name: `Account of ${name}` });
  await expect(account).toBeFocused();
  await account.fill('Nobody at all');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No account has this name: add it first')).toBeVisible();
  await account.fill('bexley sports');
  await page.keyboard.press('Tab');
  await page.keyboard.type('€90.5k');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('listbox', { name: `Stage of ${name}` })).toBeFocused();
  await page.keyboard.type('op');
  await page.keyboard.press('Enter');
  await expect(cell(page, name, 'account')).toHaveText('Bexley Sports');
  await expect(cell(page, name, 'amount')).toHaveText('€91k');
  await expect(cell(page, name, 'stage')).toHaveText('Open');
  await expect(cell(page, name, 'closed')).toHaveText('–');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('30 June 2026');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${name} is open: mark it won or lost, then set the day.`)).toBeVisible();
  for (let step = 0; step < 3; step += 1) await undo(page);
  await expect(cell(page, name, 'stage')).toHaveText('Won');
  await expect(cell(page, name, 'account')).toHaveText('Ardent Home');
  await expect(cell(page, name, 'closed')).toHaveText('27 March 2026');
});

test('what a partner did in a deal is added, changed and deleted by mouse', async ({ page }) => {
  await goTo(page, 'Deals');
  await choose(page, page.getByRole('combobox', { name: 'Partner’s part' }), 'Influenced');
  await cell(page, 'Ardent Home stores rollout', 'partners').click();
  await expect(deal(page)).toContainText('60% of the deal shared');
  await part(page, 'Fernhill Commerce')
    .getByRole('button', { name: /^Share: 60%/ })
    .click();
  await page.getByRole('textbox', { name: 'Share', exact: true }).fill('140');
  await page.keyboard.press('Enter');
  await expect(part(page, 'Fernhill Commerce').getByRole('alert')).toHaveText(
    'A share of 140 % was given: give 0 to 100 %.',
  );
  const add = deal(page).getByRole('region', { name: 'Add a partner’s part' });
  await add.getByRole('combobox', { name: 'Partner' }).fill('Oakmere');
  await page.getByRole('option', { name: /Oakmere Outdoor/ }).click();
  await choose(page, add.getByRole('combobox', { name: 'Part', exact: true }), 'Delivered');
  await add.getByRole('textbox', { name: 'Share in %' }).fill('50');
  await add.getByRole('textbox', { name: 'Evidence' }).fill('Statement of work');
  await add.getByRole('button', { name: 'Add part' }).click();
  await expect(add.getByRole('alert')).toHaveText(
    'The shares of this deal would add up to 110 %: there is 100 % to share, so give at most 40 %.',
  );
  await add.getByRole('textbox', { name: 'Share in %' }).fill('40 %');
  await add.getByRole('button', { name: 'Add part' }).click();
  await expect(deal(page)).toContainText('100% of the deal shared');
  await expect(part(page, 'Oakmere Outdoor')).toContainText('Statement of work');
  await choose(page, part(page, 'Oakmere Outdoor').getByRole('combobox'), 'Sourced');
  await expect(part(page, 'Oakmere Outdoor')).toContainText('Sourced');
  await part(page, 'Oakmere Outdoor').getByRole('button', { name: 'Delete the part of Oakmere Outdoor' }).click();
  await expect(part(page, 'Oakmere Outdoor')).toHaveCount(0);
  await undo(page);
  await expect(part(page, 'Oakmere Outdoor')).toContainText('Sourced');
});

test('a partner’s part is added and changed by keys alone', async ({ page }) => {
  await goTo(page, 'Deals');
  await keysOn(page, 'Deals', 'Ardent Home stores rollout', 'Name');
  await page.keyboard.press('Control+Enter');
  await expect(deal(page)).toBeVisible();
  const add = deal(page).getByRole('region', { name: 'Add a partner’s part' });
  await add.getByRole('combobox', { name: 'Partner' }).focus();
  await page.keyboard.type('Saltmarsh');
  await expect(page.getByRole('option', { name: /Saltmarsh/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await add.getByRole('textbox', { name: 'Share in %' }).focus();
  await page.keyboard.type('12.5');
  await page.keyboard.press('Enter');
  await expect(part(page, 'Saltmarsh')).toContainText('12.5%');
  const date = part(page, 'Saltmarsh').getByRole('button', { name: /^Date/ });
  await date.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('2026-02-30');
  await page.keyboard.press('Enter');
  await expect(part(page, 'Saltmarsh').getByRole('alert')).toContainText('“2026-02-30” is no day');
  await date.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('3 Feb 2026');
  await page.keyboard.press('Enter');
  await expect(part(page, 'Saltmarsh')).toContainText('3 February 2026');
  await part(page, 'Saltmarsh')
    .getByRole('button', { name: /^Delete/ })
    .press('Enter');
  await expect(part(page, 'Saltmarsh')).toHaveCount(0);
  await deal(page).press('Escape');
  await expect(deal(page)).toHaveCount(0);
  await expect(grid(page, 'Deals')).toBeFocused();
});

test('a deal is added to an account that is named', async ({ page }) => {
  await goTo(page, 'Deals');
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Name' }).fill('Second rollout');
  await page.getByRole('combobox', { name: 'Account' }).fill('Somebody else');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No account has this name: add it first.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Account' }).fill('ardent home');
  await page.getByRole('textbox', { name: 'Amount in EUR' }).fill('12,000.50');
  await page.keyboard.press('Enter');
  await expect(deal(page)).toContainText('€12,000.50');
  await page.keyboard.press('Escape');
  await expect(cell(page, 'Second rollout', 'account')).toHaveText('Ardent Home');
  await expect(cell(page, 'Second rollout', 'stage')).toHaveText('Open');
});

test('importing from here reads the rows as deals, whatever they look like', async ({ page, host }) => {
  await goTo(page, 'Deals');
  await host.answer(`${__dirname}/../../../assets/samples/tidewater/accounts.csv`);
  await page.getByRole('button', { name: 'Import' }).click();
  const assistant = page.getByRole('dialog', { name: 'Import' });
  await assistant.getByRole('button', { name: /^Choose a file/ }).click();
  await expect(assistant.getByRole('radio', { name: 'Deals' })).toBeChecked();
});

test('both tables and a deal are clear to assistive technology in either theme', async ({ page }) => {
  await goTo(page, 'Accounts');
  expect(await graveFindingsInBothThemes(page)).toEqual([]);
  await page.getByRole('heading', { name: 'Accounts' }).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Deals' }).click();
  await page.getByRole('textbox', { name: 'Search deals' }).fill('Ardent Home');
  await cell(page, 'Ardent Home stores rollout', 'partners').click();
  await expect(deal(page)).toContainText('of the deal shared');
  expect(await graveFindingsInBothThemes(page)).toEqual([]);
});

test.describe('nothing there yet', () => {
  test.use({ opens: 'blank' });

  test('each table says what it is for', async ({ page }) => {
    await visit(page, 'Partners');
    await page.getByRole('heading', { name: 'Partners' }).getByRole('button').click();
    await page.getByRole('menuitem', { name: 'Deals' }).click();
    await expect(page.getByText('Deals belong to accounts')).toBeVisible();
    await page.getByRole('button', { name: 'Add account' }).click();
    await expect(page.getByText('Which companies do you sell to?')).toBeVisible();
    await page.getByRole('textbox', { name: 'Name' }).fill('Nordlys');
    await page.keyboard.press('Enter');
    await expect(cell(page, 'Nordlys', 'name')).toBeVisible();
  });
});
