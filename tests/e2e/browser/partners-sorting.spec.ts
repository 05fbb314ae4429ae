// The sorting screen: one partner at a time, by three keys.
import type { Page } from '@playwright/test';
import { expect, test } from './host';
import { undo, visit } from './sample';

test.use({ opens: 'sample' });

/** Of the sample's six, the one that no line joins to us: the others are only talked about. */
const FREE = 'Palletly';

async function begin(page: Page): Promise<void> {
  await visit(page, 'Partners');
  await page.getByRole('button', { name: 'Sort unknown partners 1' }).click();
  await expect(page.getByRole('article')).toHaveAccessibleName(FREE);
}

test('partners are sorted by keys alone, with a reason or without, and one step back', async ({ page }) => {
  await begin(page);
  const progress = page.getByRole('progressbar', { name: 'Sorted' });
  const card = page.getByRole('article');
  const strategic = page.getByRole('region', { name: 'Strategic' });
  const count = async (): Promise<number> => Number(await strategic.locator('button strong').textContent());
  const before = await count();

  await page.keyboard.press('3');
  await expect(progress).toHaveAttribute('aria-valuenow', '1');
  await expect(strategic.getByRole('listitem').first()).toHaveText(FREE);
  expect(await count()).toBe(before + 1);

  await page.keyboard.press('ArrowLeft');
  await expect(card).toHaveAccessibleName(FREE);
  await expect.poll(count).toBe(before);

  await page.keyboard.press('r');
  await page.getByRole('textbox', { name: 'Reason' }).fill('Pays per sale only');
  await page.keyboard.press('Enter');
  await page.keyboard.press('1');
  await expect(progress).toHaveAttribute('aria-valuenow', '1');
  await expect(page.getByText('5 partners have no active relationship with us')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('textbox', { name: 'Search partners' }).fill(FREE);
  await expect(page.getByRole('row', { name: FREE })).toContainText('Transactional');
  await expect(page.getByRole('button', { name: /Sort unknown partners/ })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await undo(page);
  await expect(page.getByRole('button', { name: 'Sort unknown partners 1' })).toBeVisible();
});

test('a key held down is one choice, and going back takes back nothing but that choice', async ({ page }) => {
  await begin(page);
  const progress = page.getByRole('progressbar', { name: 'Sorted' });
  await page.keyboard.down('3');
  await expect(progress).toHaveAttribute('aria-valuenow', '1');
  for (let held = 0; held < 5; held += 1) await page.keyboard.down('3');
  await page.keyboard.up('3');
  await expect(progress).toHaveAttribute('aria-valuenow', '1');
  await undo(page);
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('Something else was done or taken back since').first()).toBeVisible();
  await expect(progress).toHaveAttribute('aria-valuenow', '1');
});
