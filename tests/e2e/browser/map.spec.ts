// The map under the hand: select, move, join, look closer, delete.
import type { Page } from '@playwright/test';
import { expect, test } from './host';
import { drag, findOnMap, go, inspector, map, partnersOnMap, placeOnMap, toast, undo, visit } from './sample';

test.use({ opens: 'sample' });

test.describe('the sample', () => {
  test.beforeEach(async ({ page }) => {
    await visit(page, 'Map');
    await partnersOnMap(page);
  });

  test('a click selects, a click beside it clears', async ({ page }) => {
    const at = await placeOnMap(page, 'Kessel & Partner');
    await page.mouse.click(at.x, at.y);
    await expect(map(page)).toHaveAttribute('data-selected', 'Kessel & Partner');
    await expect(inspector(page).getByRole('heading', { name: 'Kessel & Partner' })).toBeVisible();
    await expect(inspector(page)).toContainText('Strategic');
    await page.keyboard.press('Escape');
    await expect(map(page)).toHaveAttribute('data-selected', '');
  });

  test('a drag moves, as one step', async ({ page }) => {
    const at = await placeOnMap(page, 'Kessel & Partner');
    const by = { x: 24, y: -30 };
    await drag(page, at, by);
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveAttribute('aria-disabled', 'false');
    await expect.poll(() => placeOnMap(page, 'Kessel & Partner')).not.toEqual(at);
    const moved = await placeOnMap(page, 'Kessel & Partner');
    expect(moved.x - at.x).toBeCloseTo(by.x, 0);
    expect(moved.y - at.y).toBeCloseTo(by.y, 0);
    await undo(page);
    await expect(toast(page, 'Undid: Moved Kessel & Partner')).toBeVisible();
    expect(await placeOnMap(page, 'Kessel & Partner')).toEqual(at);
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveAttribute('aria-disabled', 'true');
  });

  test('a drag out of the zone asks why, and springs back without an answer', async ({ page }) => {
    const at = await placeOnMap(page, 'Kessel & Partner');
    await drag(page, at, { x: -320, y: -200 });
    await expect(page.getByRole('dialog', { name: 'More tactical: why?' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await placeOnMap(page, 'Kessel & Partner')).toEqual(at);
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveAttribute('aria-disabled', 'true');
  });

  test('two partners are joined by a line from the rim of one to the other', async ({ page }) => {
    const [from, to] = [await placeOnMap(page, 'Velo Nord'), await placeOnMap(page, 'Saltmarsh')];
    const rim = await rimOf(page, from);
    await drag(page, rim, { x: to.x - rim.x, y: to.y - rim.y });
    await page.getByRole('menuitem', { name: /integrates with/i }).click();
    await findOnMap(page, 'Velo Nord');
    await expect(inspector(page).getByRole('region', { name: 'Relationships' })).toContainText('Saltmarsh');
    await undo(page);
    await expect(inspector(page).getByRole('region', { name: 'Relationships' })).not.toContainText('Saltmarsh');
  });

  test('two partners are joined by the keyboard', async ({ page }) => {
    await findOnMap(page, 'Velo Nord');
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: 'Relate Velo Nord' });
    const other = dialog.getByRole('combobox', { name: 'Other partner' });
    await expect(other).toBeFocused();
    await page.keyboard.type('alba');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Add relationship' }).click();
    await expect(inspector(page).getByRole('region', { name: 'Relationships' })).toContainText('Alba Skincare');
  });

  test('keys and wheel look closer and go back to the whole', async ({ page }) => {
    await map(page).focus();
    await page.keyboard.press('0');
    const whole = await picture(page);
    for (const key of ['+', '-', 'z']) {
      if (key === 'z') await findOnMap(page, 'Tallyforth');
      await map(page).focus();
      await page.keyboard.press(key);
      await page.keyboard.press('0');
    }
    await page.keyboard.press('Escape');
    expect((await picture(page)) === whole, 'the whole map again').toBe(true);
    await page.keyboard.press('+');
    expect((await picture(page)) === whole, 'looked at more closely').toBe(false);
    await page.keyboard.press('0');
    const box = await map(page).boundingBox();
    if (!box) throw new Error('The map has no box.');
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.wheel(0, -400);
    expect((await picture(page)) === whole, 'looked at more closely').toBe(false);
  });

  test('Delete deletes the selected partner, and undo brings it back', async ({ page }) => {
    const before = await partnersOnMap(page);
    await findOnMap(page, 'Retail Radar');
    await page.keyboard.press('Delete');
    await expect(map(page)).toHaveAttribute('data-partners', String(before - 1));
    await expect(toast(page, 'Deleted')).toBeVisible();
    await undo(page);
    await expect(map(page)).toHaveAttribute('data-partners', String(before));
    await expect(page.getByRole('treeitem', { name: 'Retail Radar' })).toBeAttached();
  });

  test('the arrow keys walk from partner to partner', async ({ page }) => {
    await findOnMap(page, 'Fernhill Commerce');
    await page.keyboard.press('ArrowLeft');
    await expect(map(page)).not.toHaveAttribute('data-selected', 'Fernhill Commerce');
    await expect(map(page)).not.toHaveAttribute('data-selected', '');
  });
});

test.describe('a real ecosystem', () => {
  test.use({ opens: 'cncf' });

  test('opens whole, with what has no character in the tray', async ({ page }) => {
    await visit(page, 'Map');
    await expect(map(page)).toHaveAttribute('data-partners', '2164');
    await expect(map(page)).toHaveAttribute('aria-label', /781/);
    await expect(page.getByRole('button', { name: /^Unknown\s+781$/ })).toBeAttached();
    await findOnMap(page, 'Kubernetes');
    await expect(inspector(page).getByRole('heading', { name: 'Kubernetes' })).toBeVisible();
    await go(page, 'Partners');
    await expect(page.getByRole('grid', { name: 'Partners' })).toHaveAttribute('aria-rowcount', '2165');
  });
});

/** A point on the ring that shows where a line may begin: found by moving outward until the pointer says so. */
async function rimOf(page: Page, center: { x: number; y: number }): Promise<{ x: number; y: number }> {
  for (let away = 6; away < 48; away += 2) {
    await page.mouse.move(center.x + away, center.y);
    if ((await map(page).evaluate((element) => element.style.cursor)) === 'crosshair') {
      return { x: center.x + away + 2, y: center.y };
    }
  }
  throw new Error('No ring shows around the partner.');
}

/** The map as it looks once it no longer changes. */
async function picture(page: Page): Promise<string> {
  const shown = async (): Promise<string> => (await map(page).locator('..').screenshot()).toString('base64');
  let latest = await shown();
  await expect
    .poll(async () => {
      const before = latest;
      latest = await shown();
      return latest === before;
    })
    .toBe(true);
  return latest;
}
