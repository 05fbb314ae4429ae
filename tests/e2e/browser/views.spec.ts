// How the map is looked at, each way by mouse and again by keyboard alone. Looking changes nothing in the workspace.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { graveFindings, graveFindingsInBothThemes } from './grave';
import { expect, test } from './host';
import { choose, drag, findOnMap, inspector, map, partnersOnMap, placeOnMap, toast, undo, visit } from './sample';
import { settled } from './settled';

test.use({ opens: 'sample' });

/** What the page asked the program to draw, the last one last. */
const looks = new WeakMap<Page, unknown[]>();

test.beforeEach(async ({ page }) => {
  const asked: unknown[] = [];
  looks.set(page, asked);
  page.on('request', (request) => {
    if (request.url().endsWith('/rpc/map')) asked.push(request.postDataJSON());
  });
  await visit(page, 'Map');
  await partnersOnMap(page);
});

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
    await expect.poll(() => asked(page)).toMatchObject({ settings: { group_by: 'region', ungrouped: false } });
    const slider = page.getByRole('slider', { name: 'Separate groups' });
    await slider.focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(() => asked(page)).toMatchObject({ settings: { separate: 0.8 } });
    const tidied = page.waitForRequest((request) => request.postData()?.includes('"tidy_up":true') === true);
    await page.getByRole('button', { name: 'Tidy up' }).click();
    await tidied;
    await expect.poll(() => asked(page)).toMatchObject({ tidy_up: false });
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
        await runFromPalette(page, 'Choose what colors say');
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

test('sizes and colors say what is chosen, and the legend states it', async ({ page }) => {
  await choose(page, page.getByRole('combobox', { name: 'Size' }), 'Depth');
  await expect(legend(page)).toContainText(/Size: Depth, largest 4\.\d/);
  await choose(page, page.getByRole('combobox', { name: 'Color' }), 'Region');
  const colors = page.getByRole('group', { name: 'Colors' });
  await expect(colors).toContainText('Region');
  await expect(colors).toContainText('DACH');
  await runFromPalette(page, 'Choose what colors say');
  await expect(page.getByRole('combobox', { name: 'Color' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Kind', exact: true }).waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(colors).toHaveCount(0);
});

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
    await runFromPalette(page, 'Show mine only');
    await expect(mine).toHaveAttribute('aria-pressed', 'false');
  });
});

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
    await runFromPalette(page, 'See the map from the selected partner');
    await expect(page.getByText('Seen from Fernhill Commerce')).toBeVisible();
    await runFromPalette(page, 'See the map from us again');
    await expect(page.getByText('Seen from')).toHaveCount(0);
  });

  test('the path between two is said in words and shown alone', async ({ page }) => {
    const [a, b] = [await placeOnMap(page, 'Kessel & Partner'), await placeOnMap(page, 'Alba Skincare')];
    await page.mouse.click(a.x, a.y);
    await page.keyboard.down('Shift');
    await page.mouse.click(b.x, b.y);
    await page.keyboard.up('Shift');
    await runFromPalette(page, 'Show the path of introductions');
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
  await runFromPalette(page, 'Lock the plan');
  await page.keyboard.type('Board of June');
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Locked the plan Board of June')).toBeVisible();
  await findOnMap(page, 'Retail Radar');
  await page.keyboard.press('Delete');
  await expect(toast(page, 'Deleted')).toBeVisible();
  await runFromPalette(page, 'Compare with a scenario');
  await page.getByRole('menuitem', { name: /^Board of June/ }).waitFor();
  await page.keyboard.press('B');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Compared with Board of June.*: \+ 0 added, − [12] gone/)).toBeVisible();
  await expect(map(page)).toHaveAttribute('data-partners', '45');
});

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
  await runFromPalette(page, 'Update the view');
  await expect(toast(page, 'Updated the view Regions in rings')).toBeVisible();
  await runFromPalette(page, 'Rename the view');
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
});

test.describe('Present', () => {
  test.use({ viewport: { width: 1920, height: 1080 } });

  test('shows nothing but the map, for a client, in large letters; N adds; Escape leaves', async ({ page }) => {
    await map(page).focus();
    await page.keyboard.press('F11');
    await expect(page.getByRole('navigation', { name: 'Screens' })).toHaveCount(0);
    for (const gone of ['banner', 'complementary'] as const) await expect(page.getByRole(gone), gone).toHaveCount(0);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
    await expect.poll(() => asked(page)).toMatchObject({ audience: 'client' });
    expect(await smallestText(page)).toBeGreaterThanOrEqual(28);
    await page.getByRole('button', { name: 'Dark wall' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector-dark');
    await map(page).focus();
    await page.keyboard.press('n');
    await page.keyboard.type('Brightwater');
    await page.keyboard.press('Enter');
    await expect(map(page)).toHaveAttribute('data-partners', '46');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Add partner' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Stop presenting' }).focus();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect.poll(() => asked(page)).toMatchObject({ audience: 'internal' });
  });

  test('a frozen picture stays while edits go on', async ({ page }) => {
    await runFromPalette(page, 'Present the map');
    await page.getByRole('button', { name: 'Freeze the picture' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Frozen' })).toBeVisible();
    await map(page).focus();
    await page.keyboard.press('n');
    await page.keyboard.type('Brightwater');
    const added = page.waitForResponse('**/rpc/map');
    await page.keyboard.press('Enter');
    await added;
    await expect(map(page)).toHaveAttribute('data-partners', '45');
    await page.keyboard.press('Escape');
    await runFromPalette(page, 'Freeze or release');
    await expect(map(page)).toHaveAttribute('data-partners', '46');
  });

  test('a frozen picture follows no drag, neither here nor elsewhere', async ({ page }) => {
    await page.keyboard.press('F11');
    await expect.poll(() => asked(page)).toMatchObject({ audience: 'client' });
    const here = await placeOnMap(page, 'Kessel & Partner');
    const apart = { x: here.x, y: here.y + 200 };
    const isHere = async (at: { x: number; y: number }): Promise<boolean> => {
      await page.mouse.click(apart.x, apart.y);
      await page.mouse.click(at.x, at.y);
      return (await map(page).getAttribute('data-selected')) === 'Kessel & Partner';
    };
    expect(await isHere(here)).toBe(true);
    await page.getByRole('button', { name: 'Freeze the picture' }).click();
    await drag(page, here, { x: 30, y: 0 });
    expect(await isHere({ x: here.x + 30, y: here.y }), 'the picture was moved under the hand').toBe(true);
    await placeOnMap(page, 'Kessel & Partner');
    await page.keyboard.press('m');
    await expect(toast(page, 'The picture is frozen')).toBeVisible();
    // As another window would.
    const shown = page.waitForResponse('**/rpc/map');
    await page.evaluate(moveAway, 'Kessel & Partner');
    await shown;
    expect(await isHere(here), 'the picture stays').toBe(true);
    await page.getByRole('button', { name: 'Release the picture' }).click();
    await expect.poll(() => isHere(here), 'the released picture shows where it lies now').toBe(false);
  });

  test('a partner is selected where it is clicked on the large map', async ({ page }) => {
    await page.keyboard.press('F11');
    const box = await map(page).boundingBox();
    if (!box) throw new Error('The map has no box.');
    await findAt(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    await expect(map(page)).toHaveAttribute('data-selected', 'Tidewater');
  });
});

test('nothing about looking has a grave finding, in either theme', async ({ page }) => {
  const states: [string, () => Promise<void>][] = [
    ['filter', () => page.getByRole('button', { name: 'Filter', exact: true }).click()],
    ['words', () => page.getByRole('button', { name: /^Stage/ }).click()],
    ['more', () => page.getByRole('button', { name: 'More', exact: true }).click()],
    ['compared', () => runFromPalette(page, 'Compare with a scenario')],
    ['export', () => page.keyboard.press('Control+Shift+E')],
  ];
  for (const [name, open] of states) {
    await open();
    expect(await graveFindingsInBothThemes(page), name).toEqual([]);
    if (name !== 'filter') await page.keyboard.press('Escape');
  }
});

test('nothing in front of a room has a grave finding', async ({ page }) => {
  await findOnMap(page, 'Fernhill Commerce');
  await page.keyboard.press('f');
  await page.keyboard.press('F11');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  expect(await graveFindings(page), 'projector').toEqual([]);
  await page.getByRole('button', { name: 'Dark wall' }).click();
  expect(await graveFindings(page), 'projector-dark').toEqual([]);
});

/** Runs in the page: moves a partner within its zone, past everything that this window does by itself. */
async function moveAway(name: string): Promise<void> {
  interface Answer {
    outline: { partners: { id: string; name: string }[] }[];
    list: { items: { type: string; id: string | null; at: [number, number] }[] };
  }
  const ask = async (command: string, body: unknown): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', 'x-window': 'main' };
    const reply = await fetch(`/rpc/${command}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(await reply.text());
    return (await reply.json()) as Answer;
  };
  const { outline, list } = await ask('map', {});
  const id = outline.flatMap(({ partners }) => partners).find((partner) => partner.name === name)?.id;
  const node = list.items.find((item) => item.id === `organization:${id}`);
  const [x, y] = node?.at ?? [0, 0];
  const moves = [{ id, x: -x, y }];
  await ask('map_place_many', { style: 'organic', view: null, moves, gesture: 'move', reason: null });
}

function legend(page: Page): Locator {
  return page.getByRole('region', { name: 'Legend' });
}

/** All partners that the legend counts. */
async function counted(page: Page): Promise<number> {
  const texts = await page.getByRole('group', { name: 'Kinds shown' }).getByRole('button').allTextContents();
  return texts.reduce((sum, text) => sum + Number(/\d+/.exec(text)?.[0] ?? 0), 0);
}

function asked(page: Page): unknown {
  return looks.get(page)?.at(-1);
}

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

/** To a thousandth of a pixel. */
async function camera(page: Page): Promise<string[]> {
  const told = await map(page).evaluate((element) => element.parentElement?.querySelector('canvas')?.dataset['camera']);
  return (told ?? '').split(' ').map((figure) => Number(figure).toFixed(3));
}

async function runFromPalette(page: Page, action: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or do anything' }).fill(action);
  await expect(page.getByRole('option', { name: action }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Find or do anything' })).toHaveCount(0);
}

async function nothingToUndo(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveAttribute('aria-disabled', 'true');
}

/** In pixels of the screen, of all texts that the map paints while it is looked at from near and as a whole. */
async function smallestText(page: Page): Promise<number> {
  await page.evaluate(() => {
    const plain = CanvasRenderingContext2D.prototype.fillText;
    const sizes: number[] = [];
    Object.assign(window, { sizes });
    CanvasRenderingContext2D.prototype.fillText = function (...words) {
      sizes.push(parseFloat(/([\d.]+)px/.exec(this.font)?.[1] ?? '0') * this.getTransform().a);
      plain.apply(this, words);
    };
  });
  await map(page).focus();
  for (const key of ['+', '+', '0']) {
    await page.keyboard.press(key);
    await settled(page);
  }
  const sizes = await page.evaluate(() => ('sizes' in window ? (window.sizes as number[]) : []));
  expect(sizes.length).toBeGreaterThan(20);
  return Math.round(Math.min(...sizes) * 100) / 100;
}

async function findAt(page: Page, at: { x: number; y: number }): Promise<void> {
  for (const dy of [0, -80, 80, -160, 160])
    for (const dx of [0, -80, 80, -160, 160]) {
      await page.mouse.click(at.x + dx, at.y + dy);
      if ((await map(page).getAttribute('data-selected')) === 'Tidewater') return;
    }
}
