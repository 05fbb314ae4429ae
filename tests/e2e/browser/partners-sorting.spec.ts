// The sorting screen: one partner at a time, by three keys.
import { expect, test } from './host';
import { undo, visit } from './sample';

test.use({ opens: 'sample' });

test('partners are sorted by keys alone, with a reason or without, and one step back', async ({ page }) => {
  await visit(page, 'Partners');
  await page.getByRole('button', { name: 'Sort unknown partners 6' }).click();
  const progress = page.getByRole('progressbar', { name: 'Sorted' });
  await expect(progress).toHaveAttribute('aria-valuenow', '0');
  const card = page.getByRole('article');
  const first = (await card.getByRole('heading', { level: 2 }).textContent()) ?? '';
  const strategic = page.getByRole('region', { name: 'Strategic' });
  const count = async (): Promise<number> => Number(await strategic.locator('button strong').textContent());
  const before = await count();

  await page.keyboard.press('3');
  await expect(progress).toHaveAttribute('aria-valuenow', '1');
  await expect(strategic.getByRole('listitem').first()).toHaveText(first);
  expect(await count()).toBe(before + 1);

  await page.keyboard.press('ArrowLeft');
  await expect(card).toHaveAccessibleName(first);
  await expect.poll(count).toBe(before);

  await page.keyboard.press('r');
  await page.getByRole('textbox', { name: 'Reason' }).fill('Pays per sale only');
  await page.keyboard.press('Enter');
  await page.keyboard.press('1');
  await expect(progress).toHaveAttribute('aria-valuenow', '1');
  await page.keyboard.press('Space');
  await expect(progress).toHaveAttribute('aria-valuenow', '2');
  for (const key of ['2', '2', '1']) {
    const who = (await card.getByRole('heading', { level: 2 }).textContent()) ?? '';
    await page.keyboard.press(key);
    await expect(card.getByRole('heading', { level: 2 })).not.toHaveText(who);
  }
  await page.keyboard.press('3');
  await expect(page.getByText('That was the last one.')).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(page.getByRole('button', { name: 'Sort unknown partners 1' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Search partners' }).fill(first);
  await expect(page.getByRole('row', { name: first })).toContainText('Transactional');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('region', { name: 'Lens' }).getByText('Focus').hover();
  await expect(page.getByText('Pays per sale only').first()).toBeAttached();
  await page.keyboard.press('Escape');
  await undo(page);
  await expect(page.getByRole('button', { name: 'Sort unknown partners 2' })).toBeVisible();
});
