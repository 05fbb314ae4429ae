// A partner's own page: opened from table and map, everything on it edited in place, and what is due in one list.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host';
import { findInTable, findOnMap, go, inspector, undo, visit } from './sample';

test.use({ opens: 'sample' });

const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

async function openPage(page: Page, name: string): Promise<void> {
  await visit(page, 'Partners');
  await findInTable(page, name);
  await inspector(page).getByRole('button', { name: 'Open the partner’s page' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('opens from the map and goes back there', async ({ page }) => {
  await visit(page, 'Map');
  await findOnMap(page, 'Fernhill Commerce');
  await inspector(page).getByRole('button', { name: 'Open the partner’s page' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Fernhill Commerce' })).toBeVisible();
  await expect(region(page, 'Contacts')).toContainText('Mira Solberg');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page.getByRole('application').first()).toBeVisible();
});

test('a call with a next step is logged, is due, and is ticked off', async ({ page }) => {
  await openPage(page, 'Saltmarsh');
  const log = region(page, 'Activity log');
  await log.getByRole('textbox', { name: 'Note' }).fill('They want to **co-author** <b>this</b>.');
  await log.getByRole('textbox', { name: 'By' }).fill('1 July 2026');
  await log.getByRole('button', { name: 'Log it' }).click();
  await expect(page.getByText('There is a day but no next step').first()).toBeVisible();
  await log.getByRole('textbox', { name: 'Next step' }).fill('Send the outline');
  await log.getByRole('button', { name: 'Log it' }).click();
  await expect(log.locator('strong', { hasText: 'co-author' })).toBeVisible();
  await expect(log.getByText('<b>this</b>')).toBeVisible();
  await expect(region(page, 'Due')).toContainText('Send the outline');
  await expect(region(page, 'History')).toContainText('Logged a call with Saltmarsh');

  await go(page, 'Partners');
  await page.getByRole('button', { name: 'Due', exact: true }).click();
  const due = page.getByRole('complementary', { name: 'Due' });
  await expect(due.getByRole('region', { name: 'Next 7 days' })).toContainText('Send the outline');
  await due.getByRole('checkbox', { name: 'Done: Send the outline' }).check();
  await expect(due.getByText('Send the outline')).toHaveCount(0);
  await undo(page);
  await expect(due.getByText('Send the outline')).toBeVisible();
});

test('notes, words, owner, contact and renewal are edited in place', async ({ page }) => {
  await openPage(page, 'Saltmarsh');
  const notes = region(page, 'Notes');
  await notes.getByRole('button').click();
  await notes
    .getByRole('textbox', { name: 'Notes' })
    .fill('# Plan\n\n- one\n- [x] two\n\n<img src=x onerror=alert(1)>');
  await page.keyboard.press('Control+Enter');
  await expect(notes.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  await expect(notes.getByRole('listitem')).toHaveCount(2);

  const facts = page.getByRole('complementary', { name: 'Facts' });
  for (const [label, word] of [
    ['Tags', 'Pilot'],
    ['Segments', 'Fashion'],
    ['Regions', 'Nordics'],
  ] as const) {
    await facts.getByRole('combobox', { name: `Add to ${label.toLowerCase()}` }).fill(word);
    await page.keyboard.press('Enter');
    await expect(facts.getByRole('group', { name: label }).getByText(word)).toBeVisible();
  }
  await facts.getByLabel('Owner', { exact: true }).click();
  await page.getByRole('option', { name: 'A new person…' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Ida Berg');
  await page.getByRole('button', { name: 'Add as owner' }).click();
  await expect(facts.getByLabel('Owner', { exact: true })).toContainText('Ida Berg');

  await page.getByRole('button', { name: 'Add contact' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Noor Haddad');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await expect(region(page, 'Contacts')).toContainText('Noor Haddad');

  await region(page, 'Renewals').getByRole('button').first().click();
  await region(page, 'Renewals').getByRole('textbox').fill('2026-07-20');
  await page.keyboard.press('Enter');
  await expect(region(page, 'Due')).toContainText('20 July');
});

test('an SVG becomes a PNG logo; what is no picture is refused in words', async ({ page }) => {
  await openPage(page, 'Saltmarsh');
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><script>alert(1)</script><circle cx="20" cy="20" r="18" fill="teal"/></svg>';
  const input = page.getByLabel('Logo file');
  await input.setInputFiles({
    name: 'logo.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(svg),
  });
  const logo = page.getByRole('img', { name: 'Logo of Saltmarsh' });
  await expect(logo).toBeVisible();
  const head = await logo.evaluate(async (image: HTMLImageElement) => {
    const drawn = document.createElement('canvas');
    await image.decode();
    drawn.width = image.naturalWidth;
    return drawn.width;
  });
  expect(head).toBe(256);
  await input.setInputFiles({
    name: 'logo.gif',
    mimeType: 'image/gif',
    buffer: Buffer.from('GIF89a'),
  });
  await expect(page.getByText('neither a PNG, a JPEG nor an SVG file')).toBeVisible();
});
