// The money, the parts, the risks and the plans of joint work: written by mouse and by keys, and taken back.
import type { Locator, Page } from '@playwright/test';
import { command } from './editing';
import { graveFindingsInBothThemes } from './grave';
import { expect, test } from './host';
import { choose, toast, undo, visit } from './sample';
import { SIZES } from './scenes';

test.use({ opens: 'sample' });

const drawer = (page: Page): Locator => page.getByRole('complementary', { name: 'Motion' });
const part = (page: Page, name: string): Locator => drawer(page).getByRole('region', { name, exact: true });

async function openMotion(page: Page, name = 'Peak Season Playbook'): Promise<void> {
  await visit(page, 'Motions');
  await page.getByRole('row', { name }).click();
  await expect(drawer(page).getByRole('heading', { level: 2, name })).toBeVisible();
}

/** Text that is edited in place: the field that stands where its button was. */
async function write(within: Locator, label: string, text: string): Promise<void> {
  await within.getByRole('button', { name: `${label}:` }).click();
  await within.getByRole('textbox', { name: label, exact: true }).fill(text);
  await within.getByRole('textbox', { name: label, exact: true }).press('Enter');
}

test('a budget line is added, split and taken back; the sum is read-only above', async ({ page }) => {
  await openMotion(page);
  const budget = part(page, 'Shared budget');
  await budget.getByRole('button', { name: 'Add a budget line' }).click();
  await page.keyboard.type('Photographs');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2000');
  await page.keyboard.press('Enter');
  const line = budget.getByRole('button', { name: /^Photographs/ });
  await expect(line).toContainText('€2,000');
  await expect(part(page, 'Plan')).toContainText('€120k');
  await expect(part(page, 'Plan')).toContainText('4 lines below');

  await line.click();
  const payers = budget.getByRole('list', { name: 'Payers of Photographs' });
  await choose(page, payers.getByRole('combobox', { name: 'Who pays with us for Photographs' }), 'Fernhill Commerce');
  await expect(payers).toContainText('€1,000.00');

  // By keys: the slider, held down, is one step.
  const slider = payers.getByRole('slider', {
    name: 'Percent that Fernhill Commerce pays',
  });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(
    payers.getByRole('button', {
      name: 'Part of Fernhill Commerce: 45%. Edit',
    }),
  ).toBeVisible();
  await expect(payers).toContainText('€900.00');
  await expect(payers).toContainText('€1,100.00');

  // By mouse.
  const box = await slider.boundingBox();
  if (!box) throw new Error('There is no slider.');
  await page.mouse.click(box.x + box.width * 0.2, box.y + box.height / 2);
  await expect(
    payers.getByRole('button', {
      name: 'Part of Fernhill Commerce: 20%. Edit',
    }),
  ).toBeVisible();
  await expect(payers).toContainText('€1,600.00');

  // An amount, typed.
  await write(payers, 'Part of Fernhill Commerce', '333.33');
  await expect(payers).toContainText('€1,666.67');
  await expect(slider).toHaveCount(0);

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(payers).toContainText('€1,600.00');
  await budget.getByRole('button', { name: 'Delete Photographs' }).click();
  await expect(line).toHaveCount(0);
  await toast(page, 'Deleted the budget line Photographs').getByRole('button', { name: 'Undo' }).click();
  await expect(line).toBeVisible();
});

test('a cost follows a projection, and other currencies have their own total', async ({ page }) => {
  await openMotion(page);
  const budget = part(page, 'Shared budget');
  await budget.getByRole('button', { name: /^Promotion/ }).click();
  await choose(page, budget.getByRole('combobox', { name: 'Cost of Promotion' }), 'Follows Partner-influenced revenue');
  await expect(budget.getByRole('button', { name: /^Rate of Promotion/ })).toBeVisible();
  await expect(budget.getByRole('button', { name: /^Planned of Promotion/ })).toHaveCount(0);

  await budget.getByRole('button', { name: 'Add a budget line' }).click();
  await page.keyboard.type('Fair');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1200 usd');
  await page.keyboard.press('Enter');
  await expect(budget.getByRole('list', { name: 'Payers in USD' })).toContainText('$1,200, 100%');
});

test('a fund goes through its life, and a claim wants its proof', async ({ page }) => {
  await openMotion(page);
  const funds = part(page, 'Funds');
  await funds.getByRole('button', { name: 'Add a fund' }).click();
  await page.keyboard.type('Launch fund');
  await funds.getByRole('textbox', { name: /^Amount/ }).fill('5000');
  await page.keyboard.press('Enter');
  const fund = funds.getByRole('button', { name: /^Launch fund/ });
  await expect(fund).toContainText('not yet requested');
  await fund.click();
  await funds.getByLabel('Requested').fill('2026-05-01');
  await funds.getByLabel('Requested').press('Enter');
  await expect(fund).toContainText('requested, not yet approved');
  await funds.getByLabel('Spent').fill('2026-06-20');
  await funds.getByLabel('Spent').press('Enter');
  await funds.getByLabel('Claim by').fill('2026-07-08');
  await funds.getByLabel('Claim by').press('Enter');
  await expect(fund).toContainText('claim by 8 July, 8 days left');

  await funds.getByLabel('Claimed').fill('2026-06-25');
  await funds.getByLabel('Claimed').press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'write down what proves it' })).toBeVisible();
  await expect(funds.getByLabel('Claimed')).toHaveValue('');
  await write(funds, 'Proof of Launch fund', 'Invoice 2026-118');
  await expect(funds).toContainText('Invoice 2026-118');
  await funds.getByLabel('Claimed').fill('2026-06-25');
  await funds.getByLabel('Claimed').press('Enter');
  await expect(fund).toContainText('claimed on 25 June, not yet reimbursed');

  await command(page, 'Funds of partners');
  const all = page.getByRole('dialog', { name: 'Funds' });
  await expect(all.getByRole('button', { name: /^Launch fund/ })).toContainText('Peak Season Playbook');
});

test('partners have roles, and functions their letters, by keys alone', async ({ page }) => {
  await openMotion(page);
  const partners = part(page, 'Partners and roles');
  const role = partners.getByRole('combobox', {
    name: 'Role of Oakmere Outdoor',
  });
  await choose(page, role, 'Host');
  await expect(role).toContainText('Host');
  await choose(page, role, 'Own words…');
  const own = partners.getByRole('textbox', {
    name: 'Role of Oakmere Outdoor in own words',
  });
  await expect(own).toBeFocused();
  await own.fill('Lends the barn');
  await own.press('Enter');
  await expect(role).toContainText('Lends the barn');

  const ask = partners.getByRole('button', { name: 'Who does what' });
  await ask.focus();
  await page.keyboard.press('Enter');
  const grid = partners.getByRole('grid', { name: 'Who does what' });
  await page.keyboard.press('Tab');
  await expect(grid.getByRole('gridcell').first()).toBeFocused();
  await page.keyboard.press('a');
  await expect(grid.getByRole('gridcell', { name: 'Marketing of Tidewater: Accountable' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('r');
  await expect(grid.getByRole('gridcell', { name: /^Sales of .*: Responsible$/ })).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(grid.locator('[data-at="1 1"]')).toHaveAccessibleName(/: nothing$/);
  await expect(grid.locator('[data-at="1 1"]')).toBeFocused();
  await grid.getByRole('gridcell', { name: 'Product of Tidewater: nothing' }).click();
  await expect(grid.getByRole('gridcell', { name: 'Product of Tidewater: Responsible' })).toBeVisible();
  await expect(partners.getByRole('list', { name: 'Functions' })).toContainText('Product');
});

test('a risk is weighed and closed, a decision kept, the health explained', async ({ page }) => {
  await openMotion(page);
  const risks = part(page, 'Risks');
  await risks.getByRole('button', { name: 'Add a risk' }).click();
  await page.keyboard.type('The report is late');
  await page.keyboard.press('Enter');
  const risk = risks.getByRole('button', { name: /^The report is late/ });
  await expect(risk).toContainText('3 × 3');
  await risk.click();
  await risks.getByRole('radiogroup', { name: 'Impact' }).getByRole('radio', { name: '5' }).click();
  await expect(risk).toContainText('3 × 5');
  await risks.getByRole('button', { name: 'Answer:' }).click();
  await risks.getByRole('textbox', { name: 'Answer' }).fill('Begin with two chapters');
  await page.keyboard.press('Control+Enter');
  await risks.getByRole('switch', { name: 'Open' }).click();
  await expect(risks).toContainText('0 open');

  const notes = part(page, 'Decisions and notes');
  await notes.getByRole('button', { name: 'Add a decision or note' }).click();
  await page.keyboard.type('Both names on the cover');
  await page.keyboard.press('Control+Enter');
  await expect(notes.getByRole('list')).toContainText('30 June 2026');
  await expect(notes.getByRole('list')).toContainText('Both names on the cover');

  const plan = part(page, 'Plan');
  await plan.getByRole('button', { name: /^Reason of the health/ }).click();
  await plan.getByRole('textbox', { name: 'Reason of the health' }).fill('Two cities are booked');
  await page.keyboard.press('Control+Enter');
  await expect(plan).toContainText('Two cities are booked');
  await choose(page, plan.getByRole('combobox', { name: 'Audience of the reason' }), 'Partner');
  await expect(plan.getByRole('combobox', { name: 'Audience of the reason' })).toContainText('Partner');
});

test('the plan is locked, moves on, and is compared', async ({ page }) => {
  await openMotion(page, 'Nordics launch kit');
  await command(page, 'Lock the plan');
  await page.keyboard.type('Agreed in June');
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Locked the plan Agreed in June')).toBeVisible();
  const last = drawer(page).getByLabel('Last day').first();
  await expect(last).toHaveValue('2026-10-31');
  await last.fill('2026-11-12');
  await last.press('Enter');
  await command(page, 'Locked plans');
  const plans = page.getByRole('dialog', { name: 'Locked plans' });
  const moved = plans.getByRole('table', { name: 'What moved' });
  await expect(moved).toContainText('Nordics launch kit');
  await expect(moved).toContainText('12 days later');
  expect(await graveFindingsInBothThemes(page)).toEqual([]);
  await plans.getByRole('button', { name: 'Delete Agreed in June' }).click();
  await expect(plans).toContainText('Lock the plan when it is agreed');
});

test('days that functions have are typed down the column, and too much work is told', async ({ page }) => {
  await visit(page, 'Motions');
  await command(page, 'Capacity of functions');
  const capacity = page.getByRole('dialog', { name: 'Capacity' });
  await expect(capacity.getByRole('textbox', { name: 'Days a month of Marketing' })).toBeFocused();
  await page.keyboard.type('0.5');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(capacity.getByRole('textbox', { name: 'Days a month of Product' })).toBeFocused();
  await expect(capacity.getByRole('textbox', { name: 'Days a month of Sales' })).toHaveValue('12');
  await page.keyboard.type('many');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'no number of days' })).toBeVisible();
  await expect(capacity.getByRole('textbox', { name: 'Days a month of Product' })).toHaveValue('');
  await expect(capacity.getByRole('textbox', { name: 'Days a month of Marketing' })).toHaveValue('0.5');
  expect(await graveFindingsInBothThemes(page)).toEqual([]);
});

test('a joint plan is begun, quarters add up, an account is named', async ({ page }) => {
  await visit(page, 'Partners');
  await page.getByRole('row', { name: 'Fernhill Commerce' }).hover();
  await page.getByRole('button', { name: 'Open Fernhill Commerce' }).click();
  await page.getByRole('button', { name: 'Open the partner’s page' }).click();
  const plan = page.getByRole('region', { name: 'Joint business plan' });
  await plan.getByRole('button', { name: 'Begin a joint plan' }).click();
  await expect(plan.getByRole('textbox', { name: 'Why us together' })).toBeFocused();
  await page.keyboard.type('Their shops need our stock to be right');
  await page.keyboard.press('Control+Enter');
  await choose(page, plan.getByRole('combobox', { name: 'Audience of “Why us together”' }), 'Partner');
  await expect(plan.getByRole('combobox', { name: 'Audience of “Why us together”' })).toContainText('Partner');

  await plan.getByRole('button', { name: 'Add to the plan' }).click();
  await page.getByRole('menuitem', { name: 'Objective', exact: true }).click();
  await write(plan, 'Target of Objective', '€400k');
  await expect(plan.getByRole('button', { name: 'Q4 of Objective: €100k. Edit' })).toBeVisible();
  await write(plan, 'Q1 of Objective', '50k');
  await expect(plan.getByRole('button', { name: 'Target of Objective: €350k. Edit' })).toBeVisible();

  await plan.getByRole('button', { name: 'Add to the plan' }).click();
  await page.getByRole('menuitem', { name: 'Named accounts' }).click();
  await plan.getByRole('combobox', { name: 'Name an account' }).click();
  const first = page.getByRole('option').first();
  const name = (await first.locator('.text').textContent()) ?? '';
  await first.click();
  await expect(plan.getByRole('list', { name: 'Named accounts' })).toContainText(name);
  await undo(page);
  await expect(plan.getByRole('list', { name: 'Named accounts' })).not.toContainText(name);

  await plan.getByRole('button', { name: 'Add to the plan' }).click();
  await page.getByRole('menuitem', { name: /^Strengths/ }).click();
  await page.keyboard.press('Escape');
  await expect(plan).toContainText('What could spoil it?');
  expect(await graveFindingsInBothThemes(page)).toEqual([]);
});

for (const size of SIZES) {
  test(`a drawer with all of it open has no grave findings at ${size.width}`, async ({ page }) => {
    await page.setViewportSize(size);
    await openMotion(page);
    await part(page, 'Partners and roles').getByRole('button', { name: 'Who does what' }).click();
    await part(page, 'Shared budget')
      .getByRole('button', { name: /^Promotion/ })
      .click();
    await part(page, 'Funds')
      .getByRole('button', { name: /^Fernhill/ })
      .click();
    expect(await graveFindingsInBothThemes(page, 'aside')).toEqual([]);
  });
}
