// Layouts and groups, each way by mouse and again by keyboard alone.
import type { Page } from '@playwright/test';
import { command, nothingToUndo } from './editing';
import { expect, test } from './host';
import { camera, legend, lookAsked, lookAtMap } from './looking';
import { choose, map } from './sample';
import { settled } from './settled';

test.use({ opens: 'sample' });

test.beforeEach(({ page }) => lookAtMap(page));

test.describe('layouts', () => {
  const STYLES = [
    ['Rings', '2', /Rings are tiers/],
    ['Value chain', '3', /From left to right/],
    ['By kind', '4', /Partners of one kind stand together/],
  ] as const;

  test('are chosen by mouse, each with its own choice', async ({ page }) => {
    for (const [name, , meaning] of STYLES) {
      await page.getByRole('radio', { name }).click();
      await expect(legend(page)).toContainText(meaning);
    }
    const before = await camera(page);
    await choose(page, page.getByRole('combobox', { name: 'As' }), 'Quadrants');
    await expect.poll(() => camera(page), 'another shape fills the view otherwise').not.toEqual(before);
    await page.getByRole('radio', { name: 'Rings' }).click();
    await choose(page, page.getByRole('combobox', { name: 'Rings by' }), 'By stage');
    await expect(legend(page)).toContainText(/Rings are stages/);
    await page.getByRole('radio', { name: 'Organic' }).click();
    await expect(legend(page)).not.toContainText('Rings');
    await nothingToUndo(page);
  });

  test('are chosen by keys', async ({ page }) => {
    await map(page).focus();
    for (const [name, key, meaning] of STYLES) {
      await page.keyboard.press(key);
      await expect(page.getByRole('radio', { name })).toBeChecked();
      await expect(legend(page)).toContainText(meaning);
    }
    await page.keyboard.press('1');
    await expect(page.getByRole('radio', { name: 'Organic' })).toBeChecked();
  });

  test('groups are hidden, stand for a field, are kept apart, and all is tidied up', async ({ page }) => {
    const groups = page.getByRole('button', { name: 'Groups', exact: true });
    await groups.click();
    await expect(groups).toHaveAttribute('aria-pressed', 'false');
    await map(page).focus();
    await page.keyboard.press('g');
    await expect(groups).toHaveAttribute('aria-pressed', 'true');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await choose(page, page.getByRole('combobox', { name: 'Group by' }), 'Region');
    await expect.poll(() => lookAsked(page)).toMatchObject({ settings: { group_by: 'region', ungrouped: false } });
    const slider = page.getByRole('slider', { name: 'Separate groups' });
    await slider.focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(() => lookAsked(page)).toMatchObject({ settings: { separate: 0.8 } });
    const tidied = page.waitForRequest((request) => request.postData()?.includes('"tidy_up":true') === true);
    await page.getByRole('button', { name: 'Tidy up' }).click();
    await tidied;
    await expect.poll(() => lookAsked(page)).toMatchObject({ tidy_up: false });
    await nothingToUndo(page);
  });
});

test.describe('with little room', () => {
  for (const size of [
    { width: 1000, height: 640 },
    { width: 1200, height: 720 },
  ]) {
    test.describe(`${size.width} × ${size.height}`, () => {
      test.use({ viewport: size });

      test('the tools above the map stay in two rows, and what they say can be read', async ({ page }) => {
        await page.getByRole('radio', { name: 'Rings' }).click();
        const toolbar = page.getByRole('toolbar', { name: 'Map', exact: true });
        expect((await toolbar.boundingBox())?.height).toBeLessThan(60);
        const cut = await toolbar.evaluate((element) =>
          [...element.querySelectorAll<HTMLElement>('.value, label, button')]
            .filter((each) => each.scrollWidth > each.clientWidth + 1)
            .map((each) => each.innerText),
        );
        expect(cut).toEqual([]);
        await command(page, 'Choose what colors say');
        const color = page.getByRole('combobox', { name: 'Color' });
        await expect(color).toBeFocused();
        await page.keyboard.press('Enter');
        await page.getByRole('option', { name: 'Region', exact: true }).click();
        await expect(page.getByRole('group', { name: 'Colors' })).toContainText('Region');
      });

      test('no partner lies under the tools in the corner', async ({ page }) => {
        const tools = await page.locator('.corner').boundingBox();
        if (!tools) throw new Error('There are no tools in the corner.');
        for (const style of ['Organic', 'Rings', 'Value chain', 'By kind']) {
          await page.getByRole('radio', { name: style }).click();
          await expect(page.getByRole('radio', { name: style })).toBeChecked();
          await settled(page);
          expect(await rightEdge(page), style).toBeLessThanOrEqual(tools.x);
        }
      });
    });
  }
});

/** Where on the screen the whole map ends. */
async function rightEdge(page: Page): Promise<number> {
  const answered = page.waitForResponse('**/rpc/map');
  await page.keyboard.press('t');
  const { list } = (await (await answered).json()) as { list: { bounds: { x: number; w: number } } };
  await map(page).focus();
  await page.keyboard.press('0');
  await settled(page);
  const [scale, x] = (await camera(page)).map(Number);
  const box = await map(page).boundingBox();
  return (box?.x ?? 0) + (list.bounds.x + list.bounds.w) * (scale ?? 0) + (x ?? 0);
}
