// A relationship's own editor, the kinds of relationship and value, and how depth is found: by mouse, by keyboard alone, and
// to axe in both themes.
import type { Locator, Page } from '@playwright/test';
import { graveFindingsInBothThemes } from './grave';
import { expect, test } from './host';
import { findOnMap, inspector, undo, visit } from './sample';
import { settled } from './settled';

test.use({ opens: 'sample' });

const NAME = 'Tidewater integrates with Fernhill Commerce';
const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name, exact: true });
const within = (box: Locator, name: string): Locator => box.getByRole('region', { name, exact: true });

async function openFernhill(page: Page): Promise<Locator> {
  await visit(page, 'Map');
  await findOnMap(page, 'Fernhill Commerce');
  await inspector(page).getByRole('button', { name: 'Open “is integrated by Tidewater”' }).click();
  await expect(dialog(page, NAME)).toBeVisible();
  return dialog(page, NAME);
}

async function choose(page: Page, box: Locator, label: string, option: string): Promise<void> {
  await box.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Tab, and nothing else, until the focus is there. */
async function tabTo(page: Page, there: Locator): Promise<void> {
  for (let steps = 0; steps < 150; steps += 1) {
    if (await there.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(there).toBeFocused();
}

/** Types the first letters: a blank would choose what is highlighted already. */
async function pick(page: Page, option: string): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.type(option.split(' ')[0] ?? '');
  await expect(page.getByRole('option', { name: option }).first()).toHaveAttribute('data-highlighted', '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toHaveCount(0);
}

test('every field of a relationship is changed by mouse', async ({ page }) => {
  const box = await openFernhill(page);
  await choose(page, box, 'Status', 'At risk');
  await choose(page, box, 'Strength', '2');
  await box.getByRole('button', { name: /^Since/ }).click();
  await box.getByRole('textbox', { name: 'Since' }).fill('1 March 2024');
  await page.keyboard.press('Enter');
  await expect(box.getByText('1 March 2024')).toBeVisible();
  await box.getByRole('button', { name: /^Contract notes/ }).click();
  await box.getByRole('textbox', { name: 'Contract notes' }).fill('Signed. <img src=x onerror=alert(1)>');
  await page.keyboard.press('Control+Enter');
  await expect(within(box, 'Contract notes')).toContainText('<img src=x onerror=alert(1)>');

  const commission = within(box, 'Commission');
  await commission.getByRole('button', { name: 'Set terms' }).click();
  await commission.getByRole('radio', { name: 'Tiers' }).click();
  await commission.getByRole('textbox', { name: 'From the first (%)' }).fill('8');
  await commission.getByRole('button', { name: 'Add tier' }).click();
  await commission.getByRole('textbox', { name: 'From, a month' }).fill('1');
  await commission.getByRole('textbox', { name: 'Rate (%)' }).fill('10');
  await choose(page, commission, 'A customer counts', 'For life');
  await commission.getByRole('button', { name: 'Keep terms' }).click();
  await expect(page.getByText('The tier from 1 does not rise').first()).toBeVisible();
  await commission.getByRole('textbox', { name: 'From, a month' }).fill('50');
  await commission.getByRole('button', { name: 'Keep terms' }).click();
  await expect(commission).toContainText('8 % of each sale, 10 % from 50 a month, for life, cookie 30 days');

  await page.keyboard.press('Escape');
  await expect(box).toHaveCount(0);
  await undo(page);
  await inspector(page).getByRole('button', { name: 'Open “is integrated by Tidewater”' }).click();
  await expect(within(dialog(page, NAME), 'Commission')).toContainText('None is paid.');
});

test('values flow both ways, are weighed and put in order; every aspect says why', async ({ page }) => {
  const box = await openFernhill(page);
  const exchange = within(box, 'Value exchange');
  await expect(exchange).toContainText('give 10, get 11 → 10 ÷ 11 = 0.91');
  await choose(page, exchange, 'Add what is given', 'Shared IP');
  await expect(exchange).toContainText('give 13, get 11 → 11 ÷ 13 = 0.85');
  const given = exchange.getByRole('list', { name: 'We give' });
  await choose(page, given, 'Weight of Shared IP', '1');
  await expect(exchange).toContainText('give 11, get 11 → 11 ÷ 11 = 1.00');
  await given.getByRole('button', { name: 'Move Shared IP up' }).click();
  await expect(given.getByRole('listitem').nth(2)).toContainText('Shared IP');
  await given.getByRole('button', { name: 'Note on Shared IP' }).click();
  await given.getByRole('textbox', { name: 'Note on Shared IP' }).fill('Our forecasts');
  await page.keyboard.press('Enter');
  await given.getByRole('button', { name: 'Delete Our forecasts' }).click();
  await expect(exchange).toContainText('give 10, get 11 → 10 ÷ 11 = 0.91');
  await expect(within(box, 'Lens')).toContainText(/kinds of value, both ways → \d\.\d/);

  const signals = within(box, 'Signals');
  await signals.getByRole('button', { name: 'Add signal' }).click();
  await signals.getByRole('combobox', { name: 'Kind' }).fill('joint roadmap');
  await expect(signals).toContainText('A sign that both own the work: it counts');
  await signals.getByRole('textbox', { name: 'What was observed' }).fill('Two releases planned together');
  await signals.getByRole('textbox', { name: 'Source' }).fill('Workshop');
  await signals.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(signals).toContainText('Two releases planned together');
  await signals.getByRole('button', { name: 'Delete Two releases planned together' }).click();
  await expect(signals).not.toContainText('Two releases planned together');
});

test('a relationship is edited by keyboard alone', async ({ page }) => {
  await visit(page, 'Partners');
  await tabTo(page, page.getByRole('textbox', { name: 'Search partners' }));
  await page.keyboard.type('Fernhill');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Partners' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(inspector(page)).toBeVisible();
  await tabTo(
    page,
    inspector(page).getByRole('button', {
      name: 'Open “is integrated by Tidewater”',
    }),
  );
  await page.keyboard.press('Enter');
  const box = dialog(page, NAME);
  await expect(box).toBeVisible();
  await tabTo(page, box.getByRole('combobox', { name: 'Status', exact: true }));
  await pick(page, 'In talks');
  await tabTo(page, box.getByRole('combobox', { name: 'Add what is got' }));
  await pick(page, 'Support');
  await expect(within(box, 'Value exchange')).toContainText('give 10, get 14 → 10 ÷ 14 = 0.71');
  await tabTo(page, within(box, 'Commission').getByRole('button', { name: 'Set terms' }));
  await page.keyboard.press('Enter');
  await tabTo(page, box.getByRole('textbox', { name: 'Rate (%)' }));
  await page.keyboard.type('2,5');
  await page.keyboard.press('Enter');
  await expect(within(box, 'Commission')).toContainText('2.5 % of each sale, once, cookie 30 days');
  await tabTo(page, box.getByRole('button', { name: 'How depth is found' }));
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'How depth is found')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(
    inspector(page).getByRole('button', {
      name: 'Open “is integrated by Tidewater”',
    }),
  ).toBeFocused();
});

test('own kinds are added, and a used one goes only when another takes its place', async ({ page }) => {
  const box = await openFernhill(page);
  await box.getByRole('button', { name: 'Kinds of relationship…' }).click();
  const kinds = dialog(page, 'Kinds of relationship and value');
  await kinds.getByRole('textbox', { name: 'New kind, read from its beginning' }).fill('trains');
  await kinds.getByRole('textbox', { name: 'Read from the other side' }).fill('is trained by');
  await choose(page, kinds, 'Default lens', 'As “allied with”');
  await kinds.getByRole('button', { name: 'Add kind' }).click();
  await expect(kinds.getByRole('button', { name: 'Default lens of “trains”' })).toHaveText('3.9');
  await kinds.getByRole('button', { name: 'Default lens of “trains”' }).click();
  await kinds.getByRole('textbox', { name: 'Focus' }).fill('0');
  await page.keyboard.press('Enter');
  await expect(kinds.getByRole('button', { name: 'Default lens of “trains”' })).toHaveText('3.2');
  await kinds.getByRole('button', { name: 'Delete “integrates with”' }).click();
  await expect(kinds.getByText(/“integrates with” is the kind of \d+ relationships\./)).toBeVisible();
  await choose(page, kinds, 'They become', 'Trains');
  await kinds.getByRole('group', { name: 'Delete' }).getByRole('button', { name: 'Delete' }).click();
  await expect(kinds.getByRole('button', { name: 'Delete “integrates with”' })).toHaveCount(0);
  await kinds.getByRole('radio', { name: 'Value' }).click();
  await kinds.getByRole('textbox', { name: 'New kind of value' }).fill('Training');
  await kinds.getByRole('button', { name: 'Add kind' }).click();
  await expect(kinds.getByRole('button', { name: 'Delete Training' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page, 'Tidewater trains Fernhill Commerce')).toBeVisible();
});

test('the rules can be read, and another version is a step that can be taken back', async ({ page }) => {
  await openFernhill(page);
  await page.getByRole('button', { name: 'How depth is found' }).last().click();
  const rules = dialog(page, 'How depth is found');
  await expect(rules.getByRole('region', { name: 'Scales by' })).toContainText('40 days');
  await rules.getByRole('radio', { name: 'Version 2' }).click();
  await expect(rules).toContainText('counts only while something happens with the partner');
  await expect(rules).toContainText(/would change/);
  await rules.getByRole('button', { name: 'Use version 2' }).click();
  await expect(rules.getByRole('radio', { name: 'Version 2, in use' })).toBeVisible();
  await rules.getByRole('textbox', { name: 'Strategic from' }).fill('9');
  await page.keyboard.press('Enter');
  await expect(page.getByText('leave no room').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await undo(page);
  await inspector(page).getByRole('button', { name: 'How depth is found' }).click();
  await expect(rules.getByRole('radio', { name: 'Version 1, in use' })).toBeVisible();
});

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
] as const) {
  test(`nothing grave in either theme at ${width} × ${height}`, async ({ page }, info) => {
    await page.setViewportSize({ width, height });
    const box = await openFernhill(page);
    const keep = async (name: string): Promise<void> => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await settled(page);
        await page.screenshot({
          path: info.outputPath(`${name}-${width}-${colorScheme}.png`),
        });
      }
    };
    expect(await graveFindingsInBothThemes(page, '[role="dialog"]')).toEqual([]);
    await keep('relationship');
    await within(box, 'Commission').getByRole('button', { name: 'Set terms' }).click();
    await within(box, 'Commission').getByRole('radio', { name: 'Tiers' }).click();
    await within(box, 'Commission').getByRole('button', { name: 'Add tier' }).click();
    await within(box, 'Signals').getByRole('button', { name: 'Add signal' }).click();
    expect(await graveFindingsInBothThemes(page, '[role="dialog"]')).toEqual([]);
    await keep('forms');
    await box.getByRole('button', { name: 'Kinds of relationship…' }).click();
    const kinds = dialog(page, 'Kinds of relationship and value');
    await kinds.getByRole('button', { name: 'Default lens of “integrates with”' }).click();
    expect(await graveFindingsInBothThemes(page, '[role="dialog"]')).toEqual([]);
    await keep('kinds');
    await kinds.getByRole('radio', { name: 'Value' }).click();
    await keep('values');
    await page.keyboard.press('Escape');
    await box.getByRole('button', { name: 'How depth is found' }).click();
    expect(await graveFindingsInBothThemes(page, '[role="dialog"]')).toEqual([]);
    await keep('rules');
  });
}
