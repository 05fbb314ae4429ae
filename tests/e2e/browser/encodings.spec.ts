// What sizes and colors say, by mouse and again by keyboard alone.
import { command, nothingToUndo } from './editing';
import { expect, test } from './host';
import { legend, lookAsked, lookAtMap } from './looking';
import { choose, map } from './sample';

test.use({ opens: 'sample' });

test.beforeEach(({ page }) => lookAtMap(page));

test('sizes and colors say what is chosen, and the legend states it', async ({ page }) => {
  await choose(page, page.getByRole('combobox', { name: 'Size' }), 'Depth');
  await expect(legend(page)).toContainText(/Size: Depth, largest 4\.\d/);
  await choose(page, page.getByRole('combobox', { name: 'Color' }), 'Region');
  const colors = page.getByRole('group', { name: 'Colors' });
  await expect(colors).toContainText('Region');
  await expect(colors).toContainText('DACH');
  await command(page, 'Choose what colors say');
  await expect(page.getByRole('combobox', { name: 'Color' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Kind', exact: true }).waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(colors).toHaveCount(0);
});
