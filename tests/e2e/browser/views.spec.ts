// Saved views and pictures of the map, by mouse and again by keyboard alone.
import { readFileSync } from 'node:fs';
import { command } from './editing';
import { graveFindingsInBothThemes } from './grave';
import { expect, test } from './host';
import { camera, lookAtMap, walkTo } from './looking';
import { choose, map, toast, undo } from './sample';

test.use({ opens: 'sample' });

test.beforeEach(({ page }) => lookAtMap(page));

test('a view is saved, chosen, updated, renamed and deleted, and undo brings it back', async ({ page }) => {
  const views = page.getByRole('button', { name: /^Views/ });
  await page.getByRole('radio', { name: 'Rings' }).click();
  await choose(page, page.getByRole('combobox', { name: 'Color' }), 'Region');
  await map(page).focus();
  await page.keyboard.press('+');
  await views.click();
  await page.getByRole('menuitem', { name: 'Save view as…' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Regions in rings');
  await page.getByRole('button', { name: 'Save view', exact: true }).click();
  await expect(views).toHaveAccessibleName('Views: Regions in rings');
  const kept = await camera(page);
  await page.getByRole('radio', { name: 'Organic' }).click();
  await choose(page, page.getByRole('combobox', { name: 'Color' }), 'Kind');
  await map(page).focus();
  await page.keyboard.press('v');
  await page.getByRole('menuitem', { name: 'Regions in rings' }).waitFor();
  await page.keyboard.press('R');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'Rings' })).toBeChecked();
  await expect(page.getByRole('group', { name: 'Colors' })).toContainText('Region');
  await expect.poll(() => camera(page)).toEqual(kept);
  await choose(page, page.getByRole('combobox', { name: 'Size' }), 'Depth');
  await command(page, 'Update the view');
  await expect(toast(page, 'Updated the view Regions in rings')).toBeVisible();
  await command(page, 'Rename the view');
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Where they sell');
  await page.keyboard.press('Enter');
  await expect(views).toHaveAccessibleName('Views: Where they sell');
  await views.click();
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click();
  await expect(views).toHaveAccessibleName('Views');
  await undo(page);
  await views.click();
  await expect(page.getByRole('menuitem', { name: 'Where they sell' })).toBeVisible();
});

test.describe('as a picture', () => {
  test('copied, and a file offered where the system refuses', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await map(page).focus();
    await page.keyboard.press('Control+Shift+C');
    await expect(toast(page, 'Copied the map as a picture')).toBeVisible();
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const picture = await createImageBitmap((await item?.getType('image/png')) ?? new Blob());
      return picture.width;
    });
    expect(size).toBeGreaterThan(1500);
    await page.evaluate(() => (navigator.clipboard.write = () => Promise.reject(new Error('not here'))));
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('button', { name: /Copy the map/ }).click();
    await page.getByRole('button', { name: 'Export it' }).click();
    await expect(page.getByRole('dialog', { name: 'Export map' })).toBeVisible();
  });

  test('exported as PNG for a client, by keys', async ({ page, host }) => {
    const file = host.path('Map.png');
    await host.answer(file);
    await map(page).focus();
    await page.keyboard.press('Control+Shift+E');
    const dialog = page.getByRole('dialog', { name: 'Export map' });
    await dialog.getByRole('radio', { name: 'SVG' }).focus();
    await page.keyboard.press('ArrowRight');
    await dialog.getByRole('radio', { name: '2×' }).focus();
    await page.keyboard.press('ArrowLeft');
    await choose(page, dialog.getByRole('combobox', { name: 'Colors' }), /^Projector$/);
    await choose(page, dialog.getByRole('combobox', { name: 'For' }), /^Client/);
    const sent = page.waitForRequest('**/rpc/map_export');
    await dialog.getByRole('button', { name: 'Export', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(toast(page, 'Exported Map.png')).toBeVisible();
    expect((await sent).postDataJSON()).toMatchObject({
      picture: { format: 'png', theme: 'projector', scale: 1, look: { audience: 'client' } },
    });
    expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG');
  });

  test('exported as PNG at four times its size by mouse, as SVG for a partner by keys', async ({ page, host }) => {
    const [png, svg] = [host.path('Map.png'), host.path('Map.svg')];
    const dialog = page.getByRole('dialog', { name: 'Export map' });
    const widths: number[] = [];
    for (const scale of ['1×', '4×']) {
      await host.answer(png);
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('button', { name: /^Export map/ }).click();
      await dialog.getByText('PNG', { exact: true }).click();
      await dialog.getByText(scale, { exact: true }).click();
      const written = page.waitForResponse('**/rpc/map_export');
      await dialog.getByRole('button', { name: 'Export', exact: true }).click();
      await written;
      // Eight bytes of signature, eight of the first chunk's head, then the width.
      widths.push(readFileSync(png).readUInt32BE(16));
    }
    expect(widths[1]).toBe(4 * (widths[0] ?? 0));

    await host.answer(svg);
    await map(page).focus();
    await page.keyboard.press('Control+Shift+E');
    await walkTo(page, 'Tab', /^SVG$/);
    await expect(dialog.getByRole('radio', { name: 'SVG' })).toBeChecked();
    await walkTo(page, 'Tab', /^For/);
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /^Partner/ }).waitFor();
    await page.keyboard.type('Partner');
    await page.keyboard.press('Enter');
    await walkTo(page, 'Tab', /^Export$/);
    const sent = page.waitForRequest('**/rpc/map_export');
    await page.keyboard.press('Enter');
    await expect(toast(page, 'Exported Map.svg')).toBeVisible();
    expect((await sent).postDataJSON()).toMatchObject({ picture: { format: 'svg', look: { audience: 'partner' } } });
  });
});

test('nothing about looking has a grave finding, in either theme', async ({ page }) => {
  const states: [string, () => Promise<void>][] = [
    ['filter', () => page.getByRole('button', { name: 'Filter', exact: true }).click()],
    ['words', () => page.getByRole('button', { name: /^Stage/ }).click()],
    ['more', () => page.getByRole('button', { name: 'More', exact: true }).click()],
    ['compared', () => command(page, 'Compare with a scenario')],
    ['export', () => page.keyboard.press('Control+Shift+E')],
  ];
  for (const [name, open] of states) {
    await open();
    expect(await graveFindingsInBothThemes(page), name).toEqual([]);
    if (name !== 'filter') await page.keyboard.press('Escape');
  }
});
