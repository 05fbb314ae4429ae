// Filter chips, by mouse and again by keyboard alone.
import type { Page } from '@playwright/test';
import { command, nothingToUndo } from './editing';
import { expect, test } from './host';
import { ask, lookAtMap, walkTo } from './looking';
import { map, partnersOnMap } from './sample';

test.use({ opens: 'sample' });

test.beforeEach(({ page }) => lookAtMap(page));

test.describe('filters', () => {
  test('by mouse: words, chips that change and go, none left, and a way out', async ({ page }) => {
    const all = await partnersOnMap(page);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('button', { name: /^Stage/ }).click();
    await page.getByRole('checkbox', { name: /^Grow/ }).check();
    await expect(map(page)).toHaveAttribute('data-partners', '3');
    await page.getByRole('checkbox', { name: /^Enable/ }).check();
    await expect(map(page)).toHaveAttribute('data-partners', '7');
    await page.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => counted(page)).toBe(7);
    const chip = page.getByRole('button', { name: 'Stage: Grow, Enable', exact: true });
    await chip.click();
    await page.getByRole('checkbox', { name: /^Enable/ }).uncheck();
    await page.keyboard.press('Escape');
    await expect(map(page)).toHaveAttribute('data-partners', '3');
    await page.getByRole('button', { name: 'Remove Stage: Grow' }).click();
    await expect(map(page)).toHaveAttribute('data-partners', String(all));
    await nothingToUndo(page);
  });

  test('by keys: a text, a range, nobody left', async ({ page }) => {
    await map(page).focus();
    await page.keyboard.press('Shift+F');
    const fields = page.getByRole('dialog', { name: 'Add a filter' });
    await expect(fields).toBeVisible();
    await expect(fields.getByRole('button', { name: 'Name' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(fields.getByRole('button', { name: /^Kind/ })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await fields.getByRole('textbox', { name: 'Contains' }).focus();
    await page.keyboard.type('pos');
    await expect(map(page)).toHaveAttribute('data-partners', '1');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Name: with “pos”', exact: true })).toBeVisible();
    await map(page).focus();
    await page.keyboard.press('Shift+F');
    await fields.getByRole('button', { name: 'Depth' }).focus();
    await page.keyboard.press('Enter');
    await fields.getByRole('textbox', { name: 'From' }).focus();
    await page.keyboard.type('4');
    await expect(page.getByText('Nobody passes these filters.')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Clear all filters' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Nobody passes these filters.')).toHaveCount(0);
    expect(await partnersOnMap(page)).toBeGreaterThan(1);
  });

  test('mine are those whose owner is the author', async ({ page }) => {
    const mine = page.getByRole('button', { name: 'Mine', exact: true });
    await expect(mine).toHaveCount(0);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('textbox', { name: /name/i }).fill('Jonas Reuter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await mine.click();
    await expect(map(page)).toHaveAttribute('data-partners', '2');
    await command(page, 'Show mine only');
    await expect(mine).toHaveAttribute('aria-pressed', 'false');
    await command(page, 'Show mine only');
    await expect(map(page)).toHaveAttribute('data-partners', '2');
  });
});

/** A word of a field, and how many partners bear it. */
const WORDS = [
  ['Kind', 'Brand', 8],
  ['Stage', 'Grow', 3],
  ['Tier', '1', 6],
  ['Tag', 'Pilot', 2],
  ['Sector', 'Garden', 1],
  ['Region', 'Nordics', 4],
  ['Owner', 'Jonas Reuter', 2],
  ['Character', 'Strategic', 14],
] as const;

/** Bounds of a figure, how the chip says them, and how many partners lie between. Seats are words, too. */
const RANGES = [
  ['Affiliate revenue', '70000', '', 'from 70000', 4],
  ['Affiliate revenue', '70000', '80000', '70000 to 80000', 2],
  ['Seats', '', '500', 'up to 500', 1],
  ['Depth', '4', '', 'from 4', 6],
] as const;

test.describe('of every kind of field', () => {
  test.beforeEach(async ({ page }) => {
    await withOwnFields(page);
    await partnersOnMap(page);
  });

  test('words by mouse', async ({ page }) => {
    for (const [field, word, count] of WORDS) {
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('button', { name: new RegExp(`^${field}`) }).click();
      await page.getByRole('checkbox', { name: new RegExp(`^${word} `) }).check();
      await page.getByRole('button', { name: 'Done' }).click();
      await expect(map(page), field).toHaveAttribute('data-partners', String(count));
      await page.getByRole('button', { name: `Remove ${field}: ${word}` }).click();
      await expect(map(page), field).toHaveAttribute('data-partners', '45');
    }
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('button', { name: /^Character/ }).click();
    await page.getByText('Is not', { exact: true }).click();
    await page.getByRole('checkbox', { name: 'Strategic' }).check();
    await expect(map(page)).toHaveAttribute('data-partners', '31');
    await expect(page.getByRole('button', { name: 'Character: not Strategic', exact: true })).toBeVisible();
  });

  test('words by keys', async ({ page }) => {
    await map(page).focus();
    for (const [field, word, count] of WORDS) {
      await page.keyboard.press('Shift+F');
      await expect(
        page.getByRole('dialog', { name: 'Add a filter' }).getByRole('button', { name: 'Name' }),
      ).toBeFocused();
      await walkTo(page, 'ArrowDown', new RegExp(`^${field}( |$)`));
      await page.keyboard.press('Enter');
      await walkTo(page, 'ArrowDown', new RegExp(`^${word} `));
      await page.keyboard.press('Space');
      await expect(map(page), field).toHaveAttribute('data-partners', String(count));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await walkTo(page, 'Shift+Tab', new RegExp(`^Remove ${field}: ${word}$`));
      await page.keyboard.press('Enter');
      await expect(map(page), field).toHaveAttribute('data-partners', '45');
      await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused();
    }
  });

  test('ranges by mouse', async ({ page }) => {
    for (const [field, least, most, says, count] of RANGES) {
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('button', { name: new RegExp(`^${field}`) }).click();
      if (field === 'Seats') await page.getByText('From, to', { exact: true }).click();
      await page.getByRole('textbox', { name: 'From' }).fill(least);
      await page.getByRole('textbox', { name: 'To' }).fill(most);
      await expect(map(page), says).toHaveAttribute('data-partners', String(count));
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('button', { name: `Remove ${field}: ${says}` }).click();
      await expect(map(page)).toHaveAttribute('data-partners', '45');
    }
  });

  test('ranges by keys', async ({ page }) => {
    await map(page).focus();
    for (const [field, least, most, says, count] of RANGES) {
      await page.keyboard.press('Shift+F');
      await expect(
        page.getByRole('dialog', { name: 'Add a filter' }).getByRole('button', { name: 'Name' }),
      ).toBeFocused();
      await walkTo(page, 'ArrowUp', new RegExp(`^${field}`));
      await page.keyboard.press('Enter');
      if (field === 'Seats') {
        await walkTo(page, 'Tab', /^Is$/);
        await walkTo(page, 'ArrowRight', /^From, to$/);
      }
      await walkTo(page, 'Tab', /^From$/);
      await page.keyboard.type(least);
      await page.keyboard.press('Tab');
      await page.keyboard.type(most);
      await expect(map(page), says).toHaveAttribute('data-partners', String(count));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await walkTo(page, 'Shift+Tab', new RegExp(`^Remove ${field}: ${says}$`));
      await page.keyboard.press('Enter');
      await expect(map(page)).toHaveAttribute('data-partners', '45');
    }
  });
});

/** What the sample lacks: tags, and fields of the workspace's own with words and with figures. */
async function withOwnFields(page: Page): Promise<void> {
  const { outline } = await ask<{ outline: { partners: { id: string; name: string }[] }[] }>(page, 'map', {});
  const partners = outline.flatMap((group) => group.partners);
  const field = async (name: string, kind: string): Promise<string> => {
    const request = { name, kind, choices: kind === 'choice' ? ['Garden', 'Bikes'] : [], audience: 'internal' };
    return (await ask<{ key: string }>(page, 'custom_field_add', request)).key;
  };
  const [seats, sector] = [await field('Seats', 'number'), await field('Sector', 'choice')];
  const rows = [
    ['Saltmarsh', '1250', 'Garden'],
    ['Velo Nord', '80', 'Bikes'],
  ] as const;
  const edits = rows.map(([name, count, word]) => ({
    id: partners.find((partner) => partner.name === name)?.id,
    changes: [
      { field: 'add_tag', value: 'Pilot' },
      { field: 'custom', value: { key: seats, value: count } },
      { field: 'custom', value: { key: sector, value: word } },
    ],
  }));
  await ask(page, 'partners_edit', { gesture: 'paste', edits, new: [] });
}

/** All partners that the legend counts. */
async function counted(page: Page): Promise<number> {
  const texts = await page.getByRole('group', { name: 'Kinds shown' }).getByRole('button').allTextContents();
  return texts.reduce((sum, text) => sum + Number(/\d+/.exec(text)?.[0] ?? 0), 0);
}
