// Projected against actual: charts that share one cursor, read by pointer and keys, narrowed, switched, taken away and explained.
import type { Locator, Page } from '@playwright/test';
import { graveFindings } from './grave';
import { expect, test } from './host';
import { layoutDefects } from './layout';
import { choose, undo, visit } from './sample';
import { settled } from './settled';

test.use({ opens: 'sample' });

const card = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name });
const main = (page: Page): Locator => card(page, /^Partner-influenced revenue/);
const chart = (page: Page): Locator => main(page).getByRole('slider');
const variance = (page: Page): Locator => card(page, 'Variance by month').getByRole('slider');

test.beforeEach(async ({ page }) => {
  await visit(page, 'Outcomes');
  await expect(chart(page)).toBeVisible();
  await expect(variance(page)).toBeVisible();
});

test('a month under the pointer is the month of every chart', async ({ page }) => {
  const box = await chart(page).boundingBox();
  if (!box) throw new Error('The chart has no box.');
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await expect(chart(page).getByText('p10 to p90', { exact: true })).toBeVisible();
  const month = (await chart(page).getAttribute('aria-valuetext'))?.split(':')[0] ?? '';
  expect(month).toMatch(/^\w+ 2026$/);
  await expect(variance(page)).toHaveAttribute('aria-valuetext', new RegExp(`^${month}: `));
  await page.mouse.move(box.x + box.width / 2, box.y - 60);
  await expect(chart(page).getByText('p10 to p90', { exact: true })).toHaveCount(0);
});

test('arrow keys step through the months and read them out', async ({ page }) => {
  await chart(page).focus();
  await page.keyboard.press('Home');
  await expect(chart(page)).toHaveAttribute('aria-valuenow', '0');
  await page.keyboard.press('ArrowRight');
  await expect(chart(page)).toHaveAttribute('aria-valuetext', /^Feb 2026: Actual €/);
  await page.keyboard.press('End');
  await expect(chart(page)).toHaveAttribute('aria-valuenow', '11');
  await expect(variance(page)).toHaveAttribute('aria-valuetext', /^Dec 2026/);
  await page.keyboard.press('Escape');
  await expect(chart(page)).toHaveAttribute('aria-valuetext', /Partner-influenced revenue/);
});

test('a drag over months narrows all charts, and a button widens them again', async ({ page }) => {
  const box = await chart(page).boundingBox();
  if (!box) throw new Error('The chart has no box.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.25, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, y, { steps: 4 });
  await page.mouse.up();
  const back = main(page).getByRole('button', { name: /^\w+ \d+ to \w+ \d+$/ });
  await expect(back).toBeVisible();
  await expect(chart(page)).not.toHaveAttribute('aria-valuemax', '11');
  await expect(variance(page)).not.toHaveAttribute('aria-valuemax', '11');
  await back.click();
  await expect(chart(page)).toHaveAttribute('aria-valuemax', '11');
});

test('a series is switched off, and the chart is a table with the same figures', async ({ page }) => {
  const range = main(page).getByRole('button', { name: 'p10 to p90' });
  await expect(range).toHaveAttribute('aria-pressed', 'true');
  await range.click();
  await expect(range).toHaveAttribute('aria-pressed', 'false');
  await main(page)
    .getByRole('button', { name: /^More for/ })
    .click();
  await page.getByRole('menuitem', { name: 'Show as table' }).click();
  const table = main(page).getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(13);
  await expect(table.getByRole('row', { name: /^Jun 2026/ })).toContainText('€1.23M');
});

test('a figure is explained down to its deals, and its plan to its projections', async ({ page }) => {
  await main(page).getByRole('button', { name: 'Explain this figure' }).click();
  const sheet = page.getByRole('dialog', { name: 'Partner-influenced revenue' });
  await expect(sheet.getByText('January to June 2026, all motions')).toBeVisible();
  await expect(sheet.getByText(/^\d+ deals: €/)).toBeVisible();
  await expect(sheet.getByText(/^Peak Season Playbook: a target along an S-curve/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  await card(page, 'Tactic').getByRole('button', { name: /^ROAS/ }).click();
  const roas = page.getByRole('dialog', { name: 'ROAS' });
  await expect(roas.getByText('Affiliate revenue ÷ Affiliate cost')).toBeVisible();
  await roas.getByRole('button', { name: 'Affiliate cost' }).click();
  await expect(page.getByRole('dialog', { name: 'Affiliate cost' })).toBeVisible();
});

test('a reason is typed where the motion stands, and undone', async ({ page }) => {
  const why = page.getByRole('textbox', { name: 'Why Native order sync launch differs from plan' });
  await why.fill('Beta slipped 3 weeks');
  await why.press('Enter');
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).not.toHaveAttribute('aria-disabled', 'true');
  await settled(page);
  await expect(why).toHaveValue('Beta slipped 3 weeks');
  await page.getByRole('heading', { name: 'Outcomes', level: 1 }).click();
  await undo(page);
  await expect(why).toHaveValue('');
});

test('the total of the rows is the chart’s', async ({ page }) => {
  await chart(page).focus();
  await page.keyboard.press('Home');
  for (let month = 0; month < 5; month += 1) await page.keyboard.press('ArrowRight');
  await expect(chart(page)).toHaveAttribute('aria-valuetext', /^Jun 2026: Actual €/);
  const words = (await chart(page).getAttribute('aria-valuetext')) ?? '';
  const actual = /Actual (€[\d.]+M)/.exec(words)?.[1] ?? 'nothing';
  const total = card(page, 'Ranked by variance').getByRole('row', { name: /^Strategic motions/ });
  await expect(total).toContainText(actual);
});

test('another metric is another side, by month as to date, and no word lies on another', async ({ page }) => {
  await choose(page, page.getByRole('combobox', { name: 'Metric', exact: true }), 'Affiliate revenue');
  await expect(card(page, /^Affiliate revenue/)).toBeVisible();
  await page.getByRole('radio', { name: 'Month', exact: true }).click();
  await settled(page);
  expect(await layoutDefects(page)).toEqual([]);
  expect(await graveFindings(page)).toEqual([]);
});
