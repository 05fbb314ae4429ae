// What sizes and colors say, by mouse and again by keyboard alone.
import { command, nothingToUndo } from './editing';
import { expect, test } from './host';
import { legend, lookAsked, lookAtMap } from './looking';
import { choose } from './sample';

test.use({ opens: 'sample' });

test.beforeEach(({ page }) => lookAtMap(page));

test('by mouse sizes and colors say what is chosen, and the legend states it', async ({ page }) => {
  await choose(page, page.getByRole('combobox', { name: 'Size' }), 'Depth');
  await expect(legend(page)).toContainText(/Size: Depth, largest 4\.\d/);
  await choose(page, page.getByRole('combobox', { name: 'Color' }), 'Region');
  const colors = page.getByRole('group', { name: 'Colors' });
  await expect(colors).toContainText('Region');
  await expect(colors).toContainText('DACH');
  await choose(page, page.getByRole('combobox', { name: 'Color' }), 'Kind');
  await expect(colors).toHaveCount(0);
});

test('by keys: sizes', async ({ page }) => {
  await command(page, 'Choose what sizes say');
  await expect(page.getByRole('combobox', { name: 'Size' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Relationships', exact: true }).waitFor();
  await page.keyboard.type('Relation');
  await page.keyboard.press('Enter');
  await expect(legend(page)).toContainText(/Size: Relationships, largest \d/);
  await expect.poll(() => lookAsked(page)).toMatchObject({ settings: { size_by: 'degree' } });
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Revenue', exact: true }).waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(legend(page)).not.toContainText('Size: Relationships');
  await nothingToUndo(page);
});

test('by keys: colors', async ({ page }) => {
  const colors = page.getByRole('group', { name: 'Colors' });
  await command(page, 'Choose what colors say');
  await expect(page.getByRole('combobox', { name: 'Color' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Stage', exact: true }).waitFor();
  await page.keyboard.type('Stage');
  await page.keyboard.press('Enter');
  await expect(colors).toContainText('Onboard');
  await expect.poll(() => lookAsked(page)).toMatchObject({ settings: { color_by: 'stage' } });
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Kind', exact: true }).waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(colors).toHaveCount(0);
  await nothingToUndo(page);
});
