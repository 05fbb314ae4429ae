// Editing the map with the mouse. The same with the keyboard alone is in `editing-keys.spec.ts`.
import {
  bar,
  characterIs,
  hasPartners,
  nothingToUndo,
  oneUndo,
  partners,
  paste,
  quickAdd,
  rimOf,
  selectedNames,
  sweep,
  THIRTY,
  why,
} from './editing';
import { expect, test } from './host';
import { choose, drag, findOnMap, inspector, map, partnersOnMap, placeOnMap, toast, visit } from './sample';

test.use({ opens: 'sample' });

test.beforeEach(async ({ page }) => {
  await visit(page, 'Map');
  await partnersOnMap(page);
});

test('Shift and a click add to the selection and take from it', async ({ page }) => {
  for (const [name, modifiers] of [
    ['Kessel & Partner', []],
    ['Velo Nord', ['Shift']],
    ['Saltmarsh', ['Shift']],
  ] as const) {
    const at = await placeOnMap(page, name);
    if (modifiers.length > 0) await page.keyboard.down('Shift');
    await page.mouse.click(at.x, at.y);
    if (modifiers.length > 0) await page.keyboard.up('Shift');
  }
  await expect(bar(page)).toContainText('3 selected');
  expect(await selectedNames(page)).toEqual(['Kessel & Partner', 'Saltmarsh', 'Velo Nord']);
  const at = await placeOnMap(page, 'Velo Nord');
  await page.keyboard.down('Shift');
  await page.mouse.click(at.x, at.y);
  await page.keyboard.up('Shift');
  await expect(bar(page)).toContainText('2 selected');
  await bar(page).getByRole('button', { name: 'Clear the selection' }).click();
  await expect(bar(page)).toHaveCount(0);
});

test('a box and a lasso select what lies inside', async ({ page }) => {
  const [a, b] = [await placeOnMap(page, 'Merchant Mornings'), await placeOnMap(page, 'Warehouse Weekly')];
  const around = [Math.min(a.x, b.x) - 14, Math.min(a.y, b.y) - 14, Math.max(a.x, b.x) + 14, Math.max(a.y, b.y) + 14];
  const [left = 0, top = 0, right = 0, bottom = 0] = around;
  await page.keyboard.down('Shift');
  await sweep(page, { x: left, y: bottom + 10 }, { x: right, y: top });
  await page.keyboard.up('Shift');
  const boxed = await selectedNames(page);
  expect(boxed).toEqual(expect.arrayContaining(['Merchant Mornings', 'Warehouse Weekly']));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Select by a lasso' }).click();
  const corners = [
    { x: left, y: bottom + 10 },
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom + 10 },
  ];
  await sweep(page, ...corners);
  expect(await selectedNames(page)).toEqual(boxed);
  await page.getByRole('button', { name: 'Pan by dragging' }).click();
  await nothingToUndo(page);
});

test('a selection is dragged as one step', async ({ page }) => {
  const names = ['Kessel & Partner', 'Brückenwerk'];
  const before = [await placeOnMap(page, names[0] ?? ''), await placeOnMap(page, names[1] ?? '')];
  const [first, second] = before;
  if (!first || !second) throw new Error('Two partners are needed.');
  await page.mouse.click(first.x, first.y);
  await page.keyboard.down('Shift');
  await page.mouse.click(second.x, second.y);
  await page.keyboard.up('Shift');
  await drag(page, first, { x: 8, y: -6 });
  await expect.poll(() => placeOnMap(page, names[0] ?? '')).not.toEqual(first);
  const moved = await placeOnMap(page, names[1] ?? '');
  expect(Math.hypot(moved.x - second.x - 8, moved.y - second.y + 6)).toBeLessThan(12);
  await oneUndo(page);
  await expect(toast(page, 'Undid: Moved 2 partners')).toBeVisible();
  expect([await placeOnMap(page, names[0] ?? ''), await placeOnMap(page, names[1] ?? '')]).toEqual(before);
});

test('across a bound it asks why: it springs back, or becomes a judgment with its reason', async ({ page }) => {
  const at = await placeOnMap(page, 'Perkpoint');
  const us = await map(page).boundingBox();
  if (!us) throw new Error('The map has no box.');
  const inward = { x: us.x + us.width / 2 - 150 - at.x, y: 0 };
  await drag(page, at, inward);
  await expect(why(page)).toBeVisible();
  await expect(why(page)).toContainText('More strategic');
  await why(page).getByRole('button', { name: 'Put it back' }).click();
  await expect(why(page)).toHaveCount(0);
  expect(await placeOnMap(page, 'Perkpoint')).toEqual(at);
  await nothingToUndo(page);

  await drag(page, at, inward);
  await why(page).getByRole('button', { name: 'Keep as judgment' }).click();
  await expect(why(page).getByRole('alert')).toContainText('Type the reason');
  await why(page).getByLabel('Reason').fill('They asked to co-author the guide');
  await why(page).getByRole('button', { name: 'Keep as judgment' }).click();
  await expect(why(page)).toHaveCount(0);
  await findOnMap(page, 'Perkpoint');
  await expect(inspector(page).getByRole('region', { name: 'Lens' }).getByRole('button').first()).toHaveAttribute(
    'aria-label',
    /They asked to co-author the guide/,
  );
  await expect(inspector(page).getByText('Transactional', { exact: true })).toHaveCount(0);
  await oneUndo(page);
  await characterIs(page, 'Transactional');
  const back = await placeOnMap(page, 'Perkpoint');
  expect(Math.hypot(back.x - at.x, back.y - at.y), 'at the rim again').toBeLessThan(60);
});

test('what waits in the tray is judged only once its relationship is active', async ({ page }) => {
  const [at, to] = [await placeOnMap(page, 'Tarn Cycling'), await placeOnMap(page, 'Kessel & Partner')];
  await drag(page, at, { x: to.x - at.x + 30, y: to.y - at.y - 30 });
  await expect(why(page)).toContainText('depth unknown');
  await why(page).getByLabel('Reason').fill('A hunch');
  await why(page).getByRole('button', { name: 'Keep as judgment' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'set its status to active first' })).toBeVisible();
  expect(await placeOnMap(page, 'Tarn Cycling')).toEqual(at);
  await nothingToUndo(page);
});

test('the menu pins and unpins', async ({ page }) => {
  const at = await placeOnMap(page, 'Velo Nord');
  for (const [entry, said] of [
    ['Pin where it is', 'Pinned Velo Nord'],
    ['Unpin', 'Unpinned Velo Nord'],
  ] as const) {
    await page.mouse.click(at.x, at.y, { button: 'right' });
    await page.getByRole('menuitem', { name: entry }).click();
    await expect(toast(page, said)).toBeVisible();
  }
  await map(page).focus();
  await page.keyboard.press('Control+z');
  await expect(toast(page, 'Undid: Unpinned Velo Nord on the map')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(toast(page, 'Undid: Pinned Velo Nord on the map')).toBeVisible();
  await nothingToUndo(page);
});

test('the bar aligns and distributes', async ({ page }) => {
  const names = ['Merchant Mornings', 'Warehouse Weekly', 'Shopkeeper TV'];
  const before: { x: number; y: number }[] = [];
  for (const name of names) before.push(await placeOnMap(page, name));
  await page.keyboard.down('Shift');
  for (const { x, y } of before) await page.mouse.click(x, y);
  await page.keyboard.up('Shift');
  await expect(bar(page)).toContainText('3 selected');
  for (const [entry, said] of [
    ['Align bottom', 'Aligned'],
    ['Distribute across', 'Distributed'],
  ] as const) {
    await bar(page).getByRole('button', { name: 'Align' }).click();
    await page.getByRole('menuitem', { name: entry }).click();
    await expect(page.getByRole('menu')).toHaveCount(0);
    const button = page.getByRole('banner').getByRole('button', { name: 'Undo', exact: true });
    await expect(button).toHaveAttribute('aria-disabled', 'false');
    const after = [];
    for (const name of names) after.push(await placeOnMap(page, name));
    expect(after, entry).not.toEqual(before);
    if (entry === 'Align bottom') {
      const rows = after.map(({ y }) => y);
      expect(Math.max(...rows) - Math.min(...rows)).toBeLessThan(12);
    }
    await oneUndo(page);
    await expect(toast(page, `Undid: ${said}`)).toBeVisible();
  }
});

test('a line is drawn from the rim to another partner, or to a new one on empty ground', async ({ page }) => {
  const [from, to] = [await placeOnMap(page, 'Velo Nord'), await placeOnMap(page, 'Saltmarsh')];
  await sweep(page, await rimOf(page, from), to);
  await page.getByRole('menuitem', { name: /integrates with/i }).click();
  await findOnMap(page, 'Velo Nord');
  const relationships = inspector(page).getByRole('region', {
    name: 'Relationships',
  });
  await expect(relationships).toContainText('Saltmarsh');
  await oneUndo(page);
  await expect(relationships).not.toContainText('Saltmarsh');

  const count = await partners(page);
  const start = await placeOnMap(page, 'Velo Nord');
  await sweep(page, await rimOf(page, start), {
    x: start.x + 130,
    y: start.y + 60,
  });
  const panel = page.getByRole('dialog', { name: 'New partner here' });
  await panel.getByLabel('New partner', { exact: true }).fill('Gletscher Supply');
  await panel.getByRole('button', { name: 'Add here' }).click();
  await hasPartners(page, count + 1);
  await expect(map(page)).toHaveAttribute('data-selected', 'Gletscher Supply');
  await expect(relationships).toContainText('Velo Nord');
  await oneUndo(page);
  await hasPartners(page, count);
});

test('quick-add stays open, and a pasted list is one step without the names that were there', async ({ page }) => {
  const count = await partners(page);
  await page.getByRole('button', { name: 'Add partner' }).click();
  const name = quickAdd(page).getByLabel('Name');
  for (const each of ['Alpenglow', 'Bergfest']) {
    await name.fill(each);
    await name.press('Enter');
    await expect(quickAdd(page).getByRole('status')).toHaveText(`Added ${each}.`);
  }
  await hasPartners(page, count + 2);
  await name.focus();
  await paste(page, THIRTY.join('\n'));
  await expect(quickAdd(page)).toContainText('30 names');
  await quickAdd(page).getByRole('button', { name: 'Add 30 partners' }).click();
  await expect(quickAdd(page).getByRole('status')).toHaveText(
    'Added 27 partners. 3 of 30 were already there: Kessel & Partner, Fernhill Commerce and Velo Nord.',
  );
  await hasPartners(page, count + 29);
  await page.keyboard.press('Escape');
  await expect(quickAdd(page)).toHaveCount(0);
  await map(page).focus();
  await page.keyboard.press('Control+z');
  await hasPartners(page, count + 2);
});

test('a wish is a placeholder until its company has a name', async ({ page }) => {
  await page.getByRole('button', { name: 'Add partner' }).click();
  await quickAdd(page).getByLabel('Name').fill('a payment partner in DACH');
  await expect(quickAdd(page).getByLabel('A wish, not a company yet')).toBeChecked();
  await quickAdd(page).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(quickAdd(page).getByRole('status')).toContainText('Added a payment partner in DACH');
  await page.keyboard.press('Escape');
  await expect(inspector(page)).toContainText('a wish, not a company yet');
  const at = await placeOnMap(page, 'a payment partner in DACH');
  await page.mouse.click(at.x, at.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Name the company…' }).click();
  await page.getByLabel('Company behind “a payment partner in DACH”').fill('Zahlwerk');
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('heading', { name: 'Zahlwerk' })).toBeVisible();
  await expect(inspector(page)).not.toContainText('a wish, not a company yet');
  await page.keyboard.press('Control+z');
  await expect(inspector(page)).toContainText('a wish, not a company yet');
});

test('a double-click on its name renames a partner in place', async ({ page }) => {
  const at = await placeOnMap(page, 'Kessel & Partner');
  const field = page.getByLabel('Name of Kessel & Partner');
  // Its name stands below it, the farther the larger the map is shown.
  for (let below = 29; below < 46 && !(await field.isVisible()); below += 4) {
    await page.mouse.dblclick(at.x, at.y + below);
  }
  await expect(field).toBeFocused();
  await field.fill('Kessel <b>& Töchter</b>');
  await page.keyboard.press('Enter');
  await expect(map(page)).toHaveAttribute('data-selected', 'Kessel <b>& Töchter</b>');
  await oneUndo(page);
  await expect(map(page)).toHaveAttribute('data-selected', 'Kessel & Partner');
});

test('the menu duplicates, copies, pastes and deletes', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const count = await partners(page);
  const choose = async (name: string, entry: string | RegExp): Promise<void> => {
    const at = await placeOnMap(page, name);
    await page.mouse.click(at.x, at.y, { button: 'right' });
    await page.getByRole('menuitem', { name: entry }).click();
  };
  await choose('Saltmarsh', /^Duplicate/);
  await hasPartners(page, count + 1);
  await expect(map(page)).toHaveAttribute('data-selected', 'Saltmarsh (2)');
  await oneUndo(page);
  await hasPartners(page, count);

  await choose('Saltmarsh', /^Copy/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Saltmarsh');
  const box = await map(page).boundingBox();
  if (!box) throw new Error('The map has no box.');
  await page.keyboard.press('Escape');
  await page.mouse.click(box.x + 8, box.y + 8, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Paste partners' }).click();
  await expect(map(page)).toHaveAttribute('data-selected', 'Saltmarsh (2)');
  await oneUndo(page);

  await choose('Saltmarsh', /^Delete/);
  await hasPartners(page, count - 1);
  await expect(toast(page, /Deleted Saltmarsh and \d+ relationships?/)).toBeVisible();
  await toast(page, 'Deleted Saltmarsh').getByRole('button', { name: 'Undo' }).click();
  await hasPartners(page, count);
});

test('everything about a partner is edited where it stands in the inspector', async ({ page }) => {
  await findOnMap(page, 'Velo Nord');
  const panel = inspector(page);
  for (const [label, value] of [
    ['Name', 'Velo Nordisk'],
    ['Tier', 'Gold'],
    ['Group', 'Cyclists'],
    ['Region', 'Iberia'],
    ['Website', 'https://velonord.example/a-long-path-that-does-not-fit'],
  ] as const) {
    await panel.getByRole('button', { name: new RegExp(`^${label}: .*Edit$`) }).click();
    await panel.getByRole('textbox', { name: label, exact: true }).fill(value);
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('button', { name: `${label}: ${value}. Edit` })).toBeVisible();
    await oneUndo(page);
    await expect(panel.getByRole('button', { name: `${label}: ${value}. Edit` })).toHaveCount(0);
  }
  for (const [label, option] of [
    ['Kind', 'Reseller'],
    ['Lifecycle', 'Dormant'],
    ['Owner', 'Unassigned'],
  ] as const) {
    const field = panel.getByRole('combobox', { name: label, exact: true });
    const before = await field.textContent();
    await choose(page, field, option);
    await expect(field).toContainText(option);
    await oneUndo(page);
    await expect(field).toHaveText(before ?? '');
  }
  await panel.getByRole('button', { name: /^Notes: .*Edit$/ }).click();
  await panel.getByRole('textbox', { name: 'Notes' }).fill('Meets us in May');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByText('Meets us in May')).toBeVisible();
  await oneUndo(page);
  await expect(panel.getByText('Meets us in May')).toHaveCount(0);
});
