// The composer: what is in the document, how its pages look, for whom it is.
import type { Locator, Page } from '@playwright/test';
import { nothingToUndo } from './editing';
import { graveFindingsInBothThemes } from './grave';
import { expect, test } from './host';
import { layoutDefects } from './layout';
import { choose, drag, go, toast, undo, visit } from './sample';
import { SIZES } from './scenes';
import { settled } from './settled';

test.use({ opens: 'sample' });
test.describe.configure({ timeout: 120_000 });

const outline = (page: Page): Locator => page.getByRole('list', { name: 'Sections' });
const section = (page: Page, name: string): Locator => outline(page).getByRole('button', { name, exact: true });
const print = (page: Page, name: string): Locator => page.getByRole('switch', { name: `Print ${name}` });
const desk = (page: Page): Locator => page.getByRole('region', { name: 'Document pages' });
const settings = (page: Page): Locator => page.getByRole('region', { name: 'Settings' });
const which = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: 'Document', exact: true }).getByRole('button', { name, exact: true });
/** A page with its picture there. */
const shows = (page: Page, words: string | RegExp): Promise<void> =>
  expect(desk(page).getByRole('img', { name: words })).toHaveAttribute('src', /^blob:/, { timeout: 30_000 });

async function names(page: Page): Promise<string[]> {
  return outline(page).locator('.name').allTextContents();
}

test.beforeEach(async ({ page }) => {
  await visit(page, 'Document');
  await expect(page.getByText('Ready to export')).toBeVisible({ timeout: 60_000 });
});

test('a section is chosen, switched off and brought back; its page follows', async ({ page }) => {
  await shows(page, /^Page 1 of \d+, Cover$/);
  await section(page, 'Ecosystem map').click();
  await shows(page, /^Page 4 of \d+, Ecosystem map$/);
  await expect(section(page, 'Ecosystem map')).toHaveAttribute('aria-expanded', 'true');
  await print(page, 'Executive summary').click();
  await shows(page, /^Page 3 of \d+, Ecosystem map$/);
  await undo(page);
  await shows(page, /^Page 4 of \d+, Ecosystem map$/);
  await nothingToUndo(page);
});

test('a section that has nothing to print says what to add, and is left out', async ({ page }) => {
  const row = outline(page).getByRole('listitem').filter({ hasText: 'Risks' });
  await expect(row).toContainText('Nothing to print yet: record a risk in a motion.');
  await expect(section(page, 'Risks')).toHaveAccessibleDescription(/record a risk in a motion/);
  await expect(row.locator('.pages')).toHaveText('');
  await print(page, 'Risks').click();
  await expect(row).not.toContainText('Nothing to print yet');
});

test('what a section shows is chosen below it', async ({ page }) => {
  await section(page, 'Ecosystem map').click();
  const row = outline(page).getByRole('listitem').filter({ hasText: 'Ecosystem map' });
  await expect(row).toContainText('4 to 6');
  await row.getByRole('checkbox', { name: 'Parts, large enough to read' }).uncheck();
  await expect(row.locator('.pages')).toHaveText('Pages4');
  await section(page, 'Partner profiles').click();
  await choose(page, page.getByRole('combobox', { name: 'Of', exact: true }), 'Everyone');
  await expect(page.getByText(/^4\d pages$|^[5-9]\d pages$/).first()).toBeVisible();
});

test('sections are ordered by dragging, and by keys alone', async ({ page }) => {
  expect((await names(page)).slice(0, 4)).toEqual([
    'Cover',
    'Executive summary',
    'Strategy and tactic',
    'Ecosystem map',
  ]);
  const row = await outline(page).locator('.line').nth(3).boundingBox();
  if (!row) throw new Error('There is no fourth section.');
  await drag(page, { x: row.x + 13, y: row.y + row.height / 2 }, { x: 0, y: -2.2 * row.height });
  await expect.poll(async () => (await names(page))[1]).toBe('Ecosystem map');
  await section(page, 'Ecosystem map').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => (await names(page))[2]).toBe('Ecosystem map');
  await expect(section(page, 'Ecosystem map')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: /^Ecosystem map is now section 3 of/ })).toBeAttached();
  await undo(page);
  await undo(page);
  await expect.poll(async () => (await names(page))[3]).toBe('Ecosystem map');
  await nothingToUndo(page);
});

test('pages are turned, spread out and overlooked by keys and by mouse', async ({ page }) => {
  await desk(page).focus();
  await page.keyboard.press('PageDown');
  await shows(page, /^Page 2 of \d+, Executive summary$/);
  await expect(section(page, 'Executive summary')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('End');
  await shows(page, /^Page (\d+) of \1, Sources and method$/);
  await expect(page.getByRole('button', { name: 'Next page' })).toBeDisabled();
  await page.keyboard.press('Home');
  await page.getByRole('radio', { name: 'Spread' }).click();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Pages 2 and 3 of/ })).toBeVisible();
  await page.getByRole('radio', { name: 'Overview' }).click();
  await desk(page)
    .getByRole('button', { name: /^Page 5 of/ })
    .click();
  await shows(page, /^Page 5 of \d+, Ecosystem map$/);
  await choose(page, page.getByRole('combobox', { name: 'Zoom' }), '150%');
  const wide = async (): Promise<number> => (await desk(page).getByRole('img').boundingBox())?.width ?? 0;
  await expect.poll(wide).toBeCloseTo(1191, -1);
});

test('the first edit saves the document, one step for each field', async ({ page }) => {
  const title = settings(page).getByRole('textbox', { name: 'Title' });
  await title.fill('Growing together');
  await title.press('Enter');
  await expect(page.getByRole('banner').getByRole('button', { name: 'Undo', exact: true })).toHaveAttribute(
    'aria-disabled',
    'false',
  );
  await expect(title).toHaveValue('Growing together');
  await settings(page).getByRole('radio', { name: 'Client' }).click();
  await expect(settings(page).getByText(/left out$/)).toBeVisible();
  await undo(page);
  await expect(settings(page).getByRole('radio', { name: 'Internal' })).toBeChecked();
  await expect(title).toHaveValue('Growing together');
  await undo(page);
  await expect(title).toHaveValue('');
  await nothingToUndo(page);
});

test('a color that is too pale is printed darker, and says so', async ({ page }) => {
  await settings(page).getByRole('button', { name: 'Navy' }).click();
  await expect(settings(page).getByText(/Readable on white, 11\.\d to 1/)).toBeVisible();
  await settings(page).getByRole('button', { name: 'Your own color' }).click();
  const field = page.getByRole('textbox', { name: 'Color', exact: true });
  await field.fill('yellow');
  await field.press('Enter');
  await expect(page.getByRole('alert')).toContainText('six digits');
  await field.fill('#ffe600');
  await field.press('Enter');
  await page.keyboard.press('Escape');
  await expect(settings(page).getByText(/Too pale to read: printed darker,\s+4\.\d to 1/)).toBeVisible();
});

test('a heading is a finding once it is accepted, or words of one’s own', async ({ page }) => {
  await section(page, 'Ecosystem map').click();
  await shows(page, /, Ecosystem map$/);
  await desk(page).getByRole('button', { name: 'Accept the finding' }).click();
  await expect(desk(page).getByText('Heading accepted')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Finding' })).toBeChecked();
  await page.getByRole('radio', { name: 'Own words' }).click();
  const own = page.getByRole('textbox', { name: 'Heading in your own words' });
  await own.fill('Who stands around us');
  await own.press('Enter');
  await expect(desk(page).getByText('Your own heading')).toBeVisible();
  const open = page.getByRole('region', { name: 'Headings to look at' });
  await open.getByRole('button', { name: 'Accept the finding as heading of Strategy and tactic' }).click();
  await expect(open.getByRole('button', { name: 'Strategy and tactic', exact: true })).toHaveCount(0);
});

test('a page of one’s own words is added, written and removed', async ({ page }) => {
  await page.getByRole('button', { name: 'Add section' }).click();
  await page.getByRole('menuitem', { name: 'Page of your own words' }).click();
  const dialog = page.getByRole('dialog', { name: 'Page of your own words' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('What we ask <b>of you</b>');
  await dialog.getByRole('textbox', { name: 'Text' }).fill('# Ask\n\n- **one**\n- #eval("1")');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await shows(page, /, What we ask <b>of you<\/b>$/);
  await section(page, 'What we ask <b>of you</b>').focus();
  await page.keyboard.press('Delete');
  await expect(section(page, 'What we ask <b>of you</b>')).toHaveCount(0);
});

test('documents are added, duplicated, renamed and deleted, each as one step', async ({ page }) => {
  const take = async (from: string, what: string): Promise<void> => {
    await which(page, from).click();
    await page.getByRole('menuitem', { name: what }).click();
  };
  const name = async (words: string, does: string): Promise<void> => {
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill(words);
    await page.getByRole('dialog').getByRole('button', { name: does }).click();
  };
  await take('Plan', 'New document…');
  await name('Board', 'Add');
  await expect(which(page, 'Board')).toBeVisible();
  await take('Board', 'Duplicate…');
  await name('Client', 'Duplicate');
  await expect(which(page, 'Client')).toBeVisible();
  await settings(page).getByRole('radio', { name: '16:9' }).click();
  await take('Client', 'Rename…');
  await name('For Nordlys', 'Rename');
  await take('For Nordlys', 'Board');
  await expect(settings(page).getByRole('radio', { name: 'A4' })).toBeChecked();
  await take('Board', 'Delete');
  await expect(toast(page, 'Deleted the document Board')).toBeVisible();
  await expect(which(page, 'For Nordlys')).toBeVisible();
  await undo(page);
  await which(page, 'Board').click();
  await expect(page.getByRole('menuitem', { name: 'For Nordlys' })).toBeVisible();
});

test('the place in the document is kept while another screen is looked at', async ({ page }) => {
  await section(page, 'Outcomes').click();
  await shows(page, /, Outcomes$/);
  await go(page, 'Map');
  await go(page, 'Document');
  await shows(page, /, Outcomes$/);
});

for (const size of SIZES) {
  test(`the composer fits ${size.width} by ${size.height} and can be read by everyone`, async ({ page }) => {
    await page.setViewportSize(size);
    await section(page, 'Ecosystem map').click();
    await shows(page, /, Ecosystem map$/);
    await settled(page);
    expect(await layoutDefects(page)).toEqual([]);
    expect(await graveFindingsInBothThemes(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Overview' }).click();
    await settled(page);
    expect(await layoutDefects(page)).toEqual([]);
    expect(await graveFindingsInBothThemes(page)).toEqual([]);
  });
}
