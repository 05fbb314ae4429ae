// From whom, how far and against what the map is seen, by mouse and again by keyboard alone.
import { command } from './editing';
import { expect, test } from './host';
import { legend, lookAtMap } from './looking';
import { findOnMap, inspector, map, partnersOnMap, placeOnMap, toast } from './sample';

test.use({ opens: 'sample' });

test.beforeEach(({ page }) => lookAtMap(page));

test.describe('from whom and how far', () => {
  test('focus by keys, its steps, and all again', async ({ page }) => {
    const all = await partnersOnMap(page);
    await findOnMap(page, 'Fernhill Commerce');
    await page.keyboard.press('f');
    await expect(page.getByText('Showing Fernhill Commerce and 1 step around')).toBeVisible();
    await expect(map(page)).not.toHaveAttribute('data-partners', String(all));
    const near = Number(await map(page).getAttribute('data-partners'));
    expect(near).toBeLessThan(all);
    await page.getByRole('radio', { name: '1', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText('and 2 steps around')).toBeVisible();
    await expect.poll(async () => Number(await map(page).getAttribute('data-partners'))).toBeGreaterThan(near);
    await map(page).focus();
    await page.keyboard.press('f');
    await expect(map(page)).toHaveAttribute('data-partners', String(all));
  });

  test('focus by the menu at the pointer, and back by the bar', async ({ page }) => {
    const all = await partnersOnMap(page);
    const at = await placeOnMap(page, 'Kessel & Partner');
    await page.mouse.click(at.x, at.y, { button: 'right' });
    await page.getByRole('menuitem', { name: 'Focus on it' }).click();
    await expect(page.getByText('Showing Kessel & Partner and 1 step around')).toBeVisible();
    await page.getByRole('button', { name: 'Show all partners' }).click();
    await expect(map(page)).toHaveAttribute('data-partners', String(all));
  });

  test('seen from another: depth is that of its relationships, by its menu and by keys', async ({ page }) => {
    await findOnMap(page, 'Fernhill Commerce');
    await inspector(page).getByRole('button', { name: 'More about Fernhill Commerce' }).click();
    await page.getByRole('menuitem', { name: 'See the map from it' }).click();
    await expect(page.getByText('Seen from Fernhill Commerce')).toBeVisible();
    await expect(legend(page)).toContainText(/\d+ with no line to Fernhill Commerce/);
    await expect(legend(page)).not.toContainText('line to us');
    await page.getByRole('button', { name: 'Back to us' }).click();
    await expect(page.getByText('Seen from')).toHaveCount(0);
    await command(page, 'See the map from the selected partner');
    await expect(page.getByText('Seen from Fernhill Commerce')).toBeVisible();
    await command(page, 'See the map from us again');
    await expect(page.getByText('Seen from')).toHaveCount(0);
  });

  test('the path between two is said in words and shown alone', async ({ page }) => {
    const [a, b] = [await placeOnMap(page, 'Kessel & Partner'), await placeOnMap(page, 'Alba Skincare')];
    await page.mouse.click(a.x, a.y);
    await page.keyboard.down('Shift');
    await page.mouse.click(b.x, b.y);
    await page.keyboard.up('Shift');
    await command(page, 'Show the path of introductions');
    await expect(page.getByText(/Path Kessel & Partner → \(.+\) → .*Alba Skincare/)).toBeVisible();
    await expect.poll(async () => Number(await map(page).getAttribute('data-partners'))).toBeLessThan(5);
    await page.getByRole('button', { name: 'Show all partners' }).click();
    await expect(page.getByText(/^Path/)).toHaveCount(0);
  });
});

test('compared with a scenario and with a plan locked by name', async ({ page }) => {
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('menuitem', { name: 'Graduate affiliates' }).click();
  await expect(page.getByText(/Compared with Graduate affiliates: \+ 0 added, − 0 gone, Δ 4 changed/)).toBeVisible();
  await expect(legend(page)).toContainText('changed since Graduate affiliates');
  await page.getByRole('button', { name: 'Stop comparing' }).click();
  await command(page, 'Lock the plan');
  await page.keyboard.type('Board of June');
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Locked the plan Board of June')).toBeVisible();
  await findOnMap(page, 'Retail Radar');
  await page.keyboard.press('Delete');
  await expect(toast(page, 'Deleted')).toBeVisible();
  await command(page, 'Compare with a scenario');
  await page.getByRole('menuitem', { name: /^Board of June/ }).waitFor();
  await page.keyboard.press('B');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Compared with Board of June.*: \+ 0 added, − 2 gone/)).toBeVisible();
  await expect(map(page)).toHaveAttribute('data-partners', '45');
});

test('compared with a scenario by keys, and with a locked plan by mouse', async ({ page }) => {
  await map(page).focus();
  await command(page, 'Compare with a scenario or a locked plan');
  await page.getByRole('menuitem', { name: 'Hold budget flat' }).waitFor();
  await page.keyboard.press('G');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Compared with Graduate affiliates: .*4 changed/)).toBeVisible();
  await command(page, 'Stop comparing');
  await expect(page.getByText(/^Compared with/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('menuitem', { name: 'Lock the plan…' }).click();
  await page.getByRole('textbox', { name: /name/i }).fill('Board of June');
  await page.getByRole('dialog').getByRole('button', { name: /^Lock/ }).click();
  await expect(toast(page, 'Locked the plan Board of June')).toBeVisible();
  const at = await placeOnMap(page, 'Retail Radar');
  await page.mouse.click(at.x, at.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(toast(page, 'Deleted')).toBeVisible();
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('menuitem', { name: /^Board of June/ }).click();
  await expect(page.getByText(/Compared with Board of June.*: \+ 0 added, − 2 gone/)).toBeVisible();
});

test('focus, its steps, and seen from another, by mouse', async ({ page }) => {
  const at = await placeOnMap(page, 'Fernhill Commerce');
  await page.mouse.click(at.x, at.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Focus on it' }).click();
  const near = await partnersOnMap(page);
  await page.getByRole('radiogroup', { name: 'Steps around' }).getByText('2', { exact: true }).click();
  await expect.poll(() => partnersOnMap(page)).toBeGreaterThan(near);
  await page.getByRole('button', { name: 'Show all partners' }).click();
  const again = await placeOnMap(page, 'Fernhill Commerce');
  await page.mouse.click(again.x, again.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'See the map from it' }).click();
  await expect(page.getByText('Seen from Fernhill Commerce')).toBeVisible();
  await page.getByRole('button', { name: 'Back to us' }).click();
  await expect(page.getByText('Seen from')).toHaveCount(0);
});
