// How the map is looked at: wheel, fingers, keys, the minimap, folded groups, and changes that are seen to move.
import type { Page } from '@playwright/test';
import { expect, test } from './host';
import { drag, map, partnersOnMap, placeOnMap, toast, undo, visit } from './sample';
import { settled } from './settled';

test.use({ opens: 'sample' });

interface Camera {
  scale: number;
  x: number;
  y: number;
}

test.describe('the sample', () => {
  test.beforeEach(async ({ page }) => {
    await visit(page, 'Map');
    await partnersOnMap(page);
  });

  test('what lies under the pointer stays there while the wheel turns', async ({ page }) => {
    const box = await boxOf(page);
    const at = { x: box.x + 300, y: box.y + 200 };
    const before = await cameraOf(page);
    await page.mouse.move(at.x, at.y);
    await page.mouse.wheel(0, -250);
    const after = await cameraOf(page);
    expect(after.scale).toBeGreaterThan(before.scale * 1.2);
    expect((300 - after.x) / after.scale).toBeCloseTo((300 - before.x) / before.scale, 3);
    expect((200 - after.y) / after.scale).toBeCloseTo((200 - before.y) / before.scale, 3);
  });

  test('Ctrl and an arrow key move the map, 0 shows all again', async ({ page }) => {
    await map(page).focus();
    await page.keyboard.press('+');
    const before = await cameraOf(page);
    await page.keyboard.press('Control+ArrowRight');
    const after = await cameraOf(page);
    expect(after.x).toBeLessThan(before.x - 50);
    expect(after.y).toBeCloseTo(before.y, 6);
    await expect(map(page)).toHaveAttribute('data-selected', '');
    await page.keyboard.press('0');
    await expect(page.locator('.minimap')).toHaveCount(0);
  });

  test('the minimap is there while something is out of view; a click goes there, a drag takes the map along', async ({
    page,
  }) => {
    const mini = page.locator('.minimap');
    await expect(mini).toHaveCount(0);
    await map(page).focus();
    for (let turn = 0; turn < 4; turn += 1) await page.keyboard.press('+');
    await expect(mini).toBeVisible();
    const before = await cameraOf(page);
    const box = await mini.boundingBox();
    if (!box) throw new Error('The minimap has no box.');
    await page.mouse.click(box.x + box.width * 0.25, box.y + box.height * 0.5);
    const there = await cameraOf(page);
    expect(there.scale).toBe(before.scale);
    expect(there.x).toBeGreaterThan(before.x + 100);
    await drag(page, { x: box.x + box.width * 0.25, y: box.y + box.height * 0.5 }, { x: 30, y: 0 });
    expect((await cameraOf(page)).x).toBeLessThan(there.x - 100);
    await map(page).focus();
    await page.keyboard.press('0');
    await expect(mini).toHaveCount(0);
  });

  test('on a screen with more pixels the map is painted with more pixels', async ({ page }) => {
    const canvas = page.locator('canvas[data-drawn]');
    const pixels = (): Promise<number> => canvas.evaluate((own: HTMLCanvasElement) => own.width / own.clientWidth);
    expect(await pixels()).toBeCloseTo(1, 2);
    // A window that is moved there is a little smaller: the browser's emulation alone tells the page nothing.
    const session = await page.context().newCDPSession(page);
    const screen = { width: 1400, height: 880, deviceScaleFactor: 2, mobile: false };
    await session.send('Emulation.setDeviceMetricsOverride', screen);
    await expect.poll(pixels).toBeCloseTo(2, 2);
  });

  test('less movement: a partner is at its new place at once', async ({ page }) => {
    expect(await movesOnUndo(page)).toBe(0);
  });

  test('where movement is welcome, a partner is seen to go to its new place', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await movesOnUndo(page)).toBeGreaterThan(400);
  });
});

test.describe('under two fingers', () => {
  test.use({ hasTouch: true });

  test('the map grows with their distance and moves with their middle', async ({ page }) => {
    await visit(page, 'Map');
    await partnersOnMap(page);
    const box = await boxOf(page);
    const before = await cameraOf(page);
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]): Promise<unknown> =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map(([x, y], id) => ({ x: box.x + x, y: box.y + y, id })),
      });
    await touch('touchStart', [40, 40]);
    await touch('touchStart', [40, 40], [140, 40]);
    await touch('touchMove', [40, 60], [190, 60]);
    await touch('touchMove', [40, 90], [240, 90]);
    await touch('touchEnd');
    const after = await cameraOf(page);
    expect(after.scale / before.scale).toBeCloseTo(2, 1);
    expect((140 - after.x) / after.scale).toBeCloseTo((90 - before.x) / before.scale, 0);
    expect((90 - after.y) / after.scale).toBeCloseTo((40 - before.y) / before.scale, 0);
  });
});

test.describe('a large map', () => {
  test.use({ opens: 'cncf' });

  test('folds its groups, and opens one in place by mouse, by key and by finding a member', async ({ page }) => {
    await visit(page, 'Map');
    await partnersOnMap(page);
    const chip = page.getByRole('button', { name: 'Fold groups' });
    const groups = page.waitForResponse('**/rpc/partners');
    await chip.click();
    await groups;
    await expect(chip).toHaveAttribute('aria-pressed', 'true');
    await cameraOf(page);
    // By key: from us to a group nearby, and into it.
    await map(page).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    const spoken = page.locator('.stage [aria-live]');
    await expect(spoken).toContainText('folded into one');
    const group = await map(page).getAttribute('data-selected');
    await page.keyboard.press('Enter');
    await expect(spoken).not.toContainText('folded into one');
    await expect(map(page)).not.toHaveAttribute('data-selected', group ?? '');
    await expect(map(page)).not.toHaveAttribute('data-selected', '');
    // By finding: who is folded away is shown.
    await chip.click();
    await chip.click();
    const field = page.getByRole('combobox', { name: 'Find on the map' });
    await field.fill('Kubernetes');
    await field.press('Enter');
    await expect(map(page)).toHaveAttribute('data-selected', 'Kubernetes');
    await expect(spoken).toContainText('Kubernetes');
    await chip.click();
    await expect(chip).toHaveAttribute('aria-pressed', 'false');
  });
});

test.describe('a small map', () => {
  test('has nothing to fold', async ({ page }) => {
    await visit(page, 'Map');
    await partnersOnMap(page);
    await expect(page.getByRole('button', { name: 'Fold groups' })).toHaveCount(0);
  });
});

/** Moves a partner and takes it back: for how long is the map seen to change? */
async function movesOnUndo(page: Page): Promise<number> {
  const at = await placeOnMap(page, 'Kessel & Partner');
  await drag(page, at, { x: 24, y: -30 });
  await expect.poll(() => placeOnMap(page, 'Kessel & Partner')).not.toEqual(at);
  await cameraOf(page);
  await page.locator('canvas[data-drawn]').evaluate((canvas: HTMLCanvasElement) => {
    const moved = { for: 0, since: 0 };
    Object.assign(window, { moved });
    new MutationObserver(() => {
      if (canvas.dataset.drawn === 'moving') moved.since = performance.now();
      else if (moved.since > 0) moved.for = Math.max(moved.for, performance.now() - moved.since);
    }).observe(canvas, { attributeFilter: ['data-drawn'] });
  });
  await undo(page);
  await expect(toast(page, 'Undid: Moved Kessel & Partner')).toBeVisible();
  await settled(page);
  return page.evaluate(() => (window as unknown as { moved: { for: number } }).moved.for);
}

async function boxOf(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await map(page).boundingBox();
  if (!box) throw new Error('The map has no box.');
  return box;
}

/** From where the map is seen, once it rests. */
async function cameraOf(page: Page): Promise<Camera> {
  const canvas = page.locator('canvas[data-drawn="crisp"]');
  await canvas.waitFor();
  await settled(page);
  const [scale = 1, x = 0, y = 0] = ((await canvas.getAttribute('data-camera')) ?? '').split(' ').map(Number);
  return { scale, x, y };
}
