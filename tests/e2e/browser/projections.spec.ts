// What a motion is expected to do: typed, seen at once, set as one step.
import type { Locator, Page } from '@playwright/test';
import { graveFindingsInBothThemes } from './grave';
import { expect, test } from './host';
import { layoutDefects } from './layout';
import { walkTo } from './looking';
import { choose, toast, undo, visit } from './sample';
import { SIZES } from './scenes';
import { settled } from './settled';

test.use({ opens: 'sample' });

const MOTION = 'Native order sync launch';

const sheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Projection', exact: true });
const words = (page: Page): Locator => sheet(page).getByRole('figure');
const set = (page: Page): Locator => sheet(page).getByRole('button', { name: 'Set projection' });

async function outcomes(page: Page, metric: string): Promise<void> {
  await visit(page, 'Outcomes');
  await choose(page, page.getByRole('combobox', { name: 'Motion', exact: true }), MOTION);
  await choose(page, page.getByRole('combobox', { name: 'Metric', exact: true }), metric);
  await page
    .getByRole('button', { name: /^(Set p|P)rojection$/ })
    .first()
    .click();
  await expect(sheet(page)).toBeVisible();
}

test('a target and how sure of it are seen at once and set as one step', async ({ page }) => {
  await outcomes(page, 'Partner-influenced revenue');
  await sheet(page).getByRole('radio', { name: 'Target' }).click();
  const target = sheet(page).getByRole('textbox', { name: 'Target in EUR' });
  await target.fill('600000');
  await sheet(page)
    .getByRole('radio', { name: /Very sure/ })
    .click();
  await expect(words(page)).toContainText('€600k, between');
  const drawn = await sheet(page).locator('canvas').getAttribute('aria-label');
  await target.fill('900000');
  await expect(words(page)).toContainText('€900k, between');
  await expect(sheet(page).locator('canvas')).not.toHaveAttribute('aria-label', drawn ?? '');
  await target.press('Enter');
  await expect(sheet(page)).toHaveCount(0);

  await page.getByRole('button', { name: 'Projection', exact: true }).click();
  await expect(target).toHaveValue('900000');
  await expect(sheet(page).getByRole('radio', { name: /Very sure/ })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toHaveCount(0);
  await undo(page);
  await page.getByRole('button', { name: 'Projection', exact: true }).click();
  await expect(target).toHaveValue('880000');
});

test('a funnel has a range and a rate that other motions share', async ({ page }) => {
  await outcomes(page, 'Partner-sourced revenue');
  await sheet(page).getByRole('radio', { name: 'Funnel' }).click();
  const field = (name: string): Locator => sheet(page).getByRole('textbox', { name, exact: true });
  await field('Reach each month').fill('2000');
  await sheet(page).getByRole('button', { name: 'Range of Become leads' }).click();
  await field('Become leads, low').fill('8%');
  await field('Become leads, expected').fill('10%');
  await field('Become leads, high').fill('15%');
  await field('Become opportunities').fill('20%');
  await field('Are won').fill('25%');
  await field('Deal size').fill('5000');
  await expect(words(page)).toContainText('€450k, between');

  await sheet(page).getByRole('button', { name: 'More ways to give Are won' }).click();
  await page.getByRole('menuitem', { name: 'New shared driver' }).click();
  const driver = page.getByRole('dialog', { name: 'New shared driver' });
  await driver.getByRole('textbox', { name: 'Name' }).fill('Win rate');
  await driver.getByRole('button', { name: 'Share it' }).click();
  await expect(sheet(page).getByRole('button', { name: 'Win rate 25%' })).toBeVisible();
  await set(page).click();
  await expect(sheet(page)).toHaveCount(0);

  await page.getByRole('button', { name: 'Projection', exact: true }).click();
  await sheet(page).getByRole('button', { name: 'Win rate 25%' }).click();
  const again = page.getByRole('dialog', {
    name: 'Shared driver',
    exact: true,
  });
  await expect(again).toContainText('One projection follows it.');
  await again.getByRole('textbox', { name: 'Expected' }).fill('50%');
  await again.getByRole('button', { name: 'Keep' }).click();
  await expect(words(page)).toContainText('€900k, between');
});

test('what is no figure is said beside its field, and the last good picture stays', async ({ page }) => {
  await outcomes(page, 'Partner-influenced revenue');
  await expect(words(page)).toContainText('€880k');
  const target = sheet(page).getByRole('textbox', { name: 'Target in EUR' });
  await target.fill('a lot');
  await expect(target).toHaveAttribute('aria-invalid', 'true');
  await expect(sheet(page).getByRole('alert')).toContainText('is no amount: write digits');
  await expect(words(page)).toContainText('€880k');
  await set(page).click();
  await expect(sheet(page)).toBeVisible();
  await expect(target).toBeFocused();
  await target.fill('880000');
  await expect(sheet(page).getByRole('alert')).toHaveCount(0);
});

test('months are typed and pasted from a spreadsheet', async ({ page }) => {
  await outcomes(page, 'Qualified introductions');
  await sheet(page).getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Month by month' }).click();
  const months = sheet(page).getByRole('group', { name: 'Expected in each month' }).getByRole('textbox');
  await months.nth(1).focus();
  await months.nth(1).evaluate((field) => {
    const data = new DataTransfer();
    data.setData('text/plain', '10\n20\n30\n');
    field.dispatchEvent(
      new ClipboardEvent('paste', {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
      }),
    );
  });
  await expect(months.nth(3)).toHaveValue('30');
  await expect(words(page)).toContainText('60, between');
});

test('a projection is taken away, and comes back', async ({ page }) => {
  await outcomes(page, 'Partner-influenced revenue');
  await sheet(page).getByRole('button', { name: 'Take away' }).click();
  await expect(sheet(page)).toHaveCount(0);
  await toast(page, 'Took the projection away').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Undo', exact: true }).first()).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

test('a scenario marks what it changes, and says what Expected lacks', async ({ page }) => {
  await outcomes(page, 'Partner-sourced revenue');
  await sheet(page).getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Straight up or down' }).click();
  await sheet(page).getByRole('textbox', { name: 'First month' }).fill('1000');
  await sheet(page).getByRole('textbox', { name: 'Last month' }).fill('5000');
  await set(page).click();
  await expect(sheet(page)).toHaveCount(0);

  await choose(page, page.getByRole('combobox', { name: 'Scenario' }), 'Hold budget flat');
  await page.getByRole('button', { name: 'Projection', exact: true }).click();
  await sheet(page).getByRole('textbox', { name: 'Last month' }).fill('4000');
  await set(page).click();
  await expect(sheet(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Projection', exact: true }).click();
  await expect(sheet(page).getByText('In Expected: 5000')).toBeAttached();

  await choose(page, sheet(page).getByRole('combobox', { name: 'Metric' }), 'Affiliate orders');
  await expect(sheet(page).getByRole('note')).toContainText('set it in Expected first');
  await expect(set(page)).toBeDisabled();
});

test('from the drawer of a motion, by keys alone', async ({ page }) => {
  await visit(page, 'Motions');
  await page.getByText(MOTION, { exact: true }).first().click();
  const section = page.getByRole('complementary', { name: 'Motion' }).getByRole('region', { name: 'Projection' });
  await section.getByRole('button', { name: 'Partner-influenced revenue' }).focus();
  await page.keyboard.press('Enter');
  await expect(sheet(page).getByRole('textbox', { name: 'Target in EUR' })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('700000');
  await walkTo(page, 'Tab', /Own range/);
  await page.keyboard.press('ArrowLeft');
  await expect(sheet(page).getByRole('radio', { name: /Rough guess/ })).toBeChecked();
  await page.keyboard.press('Enter');
  await walkTo(page, 'Tab', /^Set projection$/);
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toHaveCount(0);
  await expect(section).toContainText('€700k');
  await expect(section.getByRole('button', { name: 'Partner-influenced revenue' })).toBeFocused();
  await undo(page);
  await expect(section).toContainText('€880k');
});

for (const size of SIZES) {
  test(`nothing overlaps or lacks contrast at ${size.width}`, async ({ page }) => {
    await page.setViewportSize(size);
    await outcomes(page, 'Partner-sourced revenue');
    for (const model of ['Funnel', 'Target']) {
      await sheet(page).getByRole('radio', { name: model }).click();
      await settled(page);
      expect(await layoutDefects(page)).toEqual([]);
      expect(await graveFindingsInBothThemes(page, '[role="dialog"]')).toEqual([]);
    }
    await sheet(page).getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Month by month' }).click();
    await settled(page);
    expect(await layoutDefects(page)).toEqual([]);
  });
}
