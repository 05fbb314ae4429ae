// Projected against actual: read off the chart, typed into the table.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host';
import { choose, visit } from './sample';

test.use({ opens: 'sample' });

const chart = (page: Page): Locator => page.getByRole('slider');
const months = (page: Page): Locator => page.getByRole('region', { name: 'By month' });

test.beforeEach(async ({ page }) => {
  await visit(page, 'Outcomes');
  await choose(page, page.getByRole('combobox', { name: 'Motion', exact: true }), 'Native order sync launch');
  await expect(months(page).getByRole('textbox').first()).toBeVisible();
});

test('an actual is typed, and chart, variance and total follow', async ({ page }) => {
  const july = months(page).getByRole('row', { name: /^Jul/ });
  await expect(july).toContainText('—');
  const ranked = page.getByRole('region', { name: 'Ranked by variance' });
  const before = await ranked.textContent();
  await july.getByRole('textbox', { name: 'Actual of Jul 2026' }).fill('250000');
  await page.keyboard.press('Enter');
  await expect(july.getByRole('cell').last()).toContainText('€');
  await expect.poll(() => ranked.textContent()).not.toBe(before);
  await july.hover();
  await expect(chart(page)).toHaveAttribute('aria-valuetext', /^Jul 2026: .*actual €/);

  await months(page).getByRole('heading').click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(july.getByRole('textbox')).toHaveValue('');
});

test('a figure that is no figure is refused where it stands', async ({ page }) => {
  const july = months(page).getByRole('row', { name: /^Jul/ });
  const field = july.getByRole('textbox');
  await field.fill('a lot');
  await field.press('Tab');
  await expect(months(page).getByRole('alert')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(july.getByRole('cell').last()).toHaveText('—');
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await field.focus();
  await field.press('Escape');
  await expect(months(page).getByRole('alert')).toHaveCount(0);
});

test('the pointer and the arrow keys read the chart month by month', async ({ page }) => {
  const box = await chart(page).boundingBox();
  if (!box) throw new Error('The chart has no box.');
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  const readout = chart(page).getByText('Projected', { exact: true });
  await expect(readout).toBeVisible();
  await expect(chart(page).getByText('Variance')).toBeVisible();
  await page.mouse.move(box.x + box.width / 2, box.y - 60);
  await expect(readout).toHaveCount(0);

  await chart(page).focus();
  await page.keyboard.press('Home');
  await expect(chart(page)).toHaveAttribute('aria-valuenow', '0');
  await page.keyboard.press('ArrowRight');
  await expect(chart(page)).toHaveAttribute('aria-valuenow', '1');
  await page.keyboard.press('End');
  await expect(chart(page)).toHaveAttribute('aria-valuenow', '11');
});

test('months and cumulative show different figures', async ({ page }) => {
  const december = months(page).getByRole('row', { name: /^Dec/ });
  const cumulative = await december.textContent();
  await page.getByRole('radio', { name: 'Month', exact: true }).click();
  await expect(december).not.toHaveText(cumulative ?? '');
});
