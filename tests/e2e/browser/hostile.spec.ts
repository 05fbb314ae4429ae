// Names are hostile: they are shown as typed, everywhere, and never become anything else.
import { expect, HOSTILE_NAMES, test } from './host';
import { findOnMap, go, inspector, partnersOnMap, visit } from './sample';

test.use({ opens: 'hostile' });

test('names that are markup, right to left, signs or too long appear as typed', async ({ page }) => {
  await visit(page, 'Map');
  expect(await partnersOnMap(page)).toBe(HOSTILE_NAMES.length);
  for (const name of HOSTILE_NAMES) {
    await findOnMap(page, name);
    await expect(inspector(page).getByRole('heading', { name })).toBeVisible();
    await expect(page.getByRole('treeitem').getByText(name, { exact: true })).toBeAttached();
  }
  await go(page, 'Partners');
  for (const name of HOSTILE_NAMES) await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
  await go(page, 'Outcomes');
  await go(page, 'Motions');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or do anything' }).fill('img');
  await expect(page.getByRole('option', { name: '<img src=x onerror=alert(1)>' })).toBeVisible();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});
