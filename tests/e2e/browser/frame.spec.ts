// What stands around every screen: the palette, the keys, the theme, the scenario.
import { expect, test } from './host';
import { go, inspector, map, partnersOnMap, SCREENS, screens, visit } from './sample';

test.use({ opens: 'sample' });

test.beforeEach(async ({ page }) => {
  await visit(page, 'Map');
  await partnersOnMap(page);
});

test('the palette finds screens, actions and partners', async ({ page }) => {
  const field = page.getByRole('combobox', { name: 'Find or do anything' });
  await page.keyboard.press('Control+k');
  await field.fill('outcomes');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Outcomes', level: 1 })).toBeVisible();
  await expect(field).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await field.fill('all keys');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'All keys' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await field.fill('oakmere');
  await expect(page.getByRole('option').first()).toContainText('Oakmere Outdoor');
  await page.keyboard.press('Enter');
  await expect(map(page)).toHaveAttribute('data-selected', 'Oakmere Outdoor');
  await expect(inspector(page).getByRole('heading', { name: 'Oakmere Outdoor' })).toBeVisible();

  await page.keyboard.press('Control+k');
  await field.fill('zzzz');
  await expect(page.getByText('Nothing is called “zzzz” here.')).toBeVisible();
});

test('Ctrl and a number goes to each screen', async ({ page }) => {
  for (const [index, screen] of SCREENS.entries()) {
    await page.keyboard.press(`Control+${index + 1}`);
    await expect(screens(page).getByRole('button', { name: screen })).toHaveAttribute('aria-current', 'page');
  }
});

test('editing keys belong to a text field while it is typed in', async ({ page }) => {
  await map(page).focus();
  await page.keyboard.press('n');
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  const partners = (await partnersOnMap(page)) + 1;
  await name.fill('Added first');
  await name.press('Enter');
  await expect(page.getByText('Added Added first.')).toBeVisible();
  await expect.poll(() => partnersOnMap(page)).toBe(partners);
  await name.pressSequentially('n r 0 Delete');
  await name.press('Control+z');
  await expect(name).not.toHaveValue('n r 0 Delete');
  await name.press('Delete');
  expect(await partnersOnMap(page)).toBe(partners);
});

test('the theme is switched and kept', async ({ page }) => {
  const page_ = page.locator('html');
  await expect(page_).toHaveAttribute('data-theme', 'light');
  const light = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  await page.keyboard.press('Control+Shift+l');
  await expect(page_).toHaveAttribute('data-theme', 'dark');
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).not.toBe(light);
  await page.reload();
  await expect(page_).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Light' }).click();
  await expect(page_).toHaveAttribute('data-theme', 'light');
});

test('the chosen scenario changes the projected figures on every screen, and is no edit', async ({ page }) => {
  await go(page, 'Outcomes');
  const chart = page.getByRole('region', { name: /^Partner-influenced revenue/ }).getByRole('slider');
  await expect(chart).toHaveAttribute('aria-valuetext', /Partner-influenced revenue/);
  const expected = (await chart.getAttribute('aria-valuetext')) ?? '';
  await page.getByRole('combobox', { name: 'Scenario' }).click();
  await page.getByRole('option', { name: 'Lose top reseller' }).click();
  await expect(chart).not.toHaveAttribute('aria-valuetext', expected);
  await expect(page.getByRole('combobox', { name: 'Scenario' })).toContainText('Lose top reseller');
  await page.getByRole('combobox', { name: 'Scenario' }).click();
  await page.getByRole('option', { name: 'Expected' }).click();
  await expect(chart).toHaveAttribute('aria-valuetext', expected);
});
