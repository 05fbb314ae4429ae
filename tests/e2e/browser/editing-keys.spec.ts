// Editing the map with the keyboard alone, and what axe-core says of everything that editing opens.
import {
  bar,
  characterIs,
  command,
  hasPartners,
  nothingToUndo,
  oneUndo,
  partners,
  paste,
  quickAdd,
  selectedNames,
  THIRTY,
  why,
} from './editing';
import { expect, test } from './host';
import { findOnMap, inspector, map, partnersOnMap, placeOnMap, toast, visit } from './sample';
import { graveFindings } from './grave';

test.use({ opens: 'sample' });

test.beforeEach(async ({ page }) => {
  await visit(page, 'Map');
  await partnersOnMap(page);
  await map(page).focus();
});

test('Shift and arrows select several, Ctrl A all, Escape none', async ({ page }) => {
  await findOnMap(page, 'Kessel & Partner');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(bar(page)).toContainText('2 selected');
  expect(await selectedNames(page)).toContain('Kessel & Partner');
  await page.keyboard.press('Control+a');
  await expect(bar(page)).toContainText(`${await partners(page)} selected`);
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await findOnMap(page, 'Kessel & Partner');
  await command(page, 'Select who is related');
  await expect(bar(page)).toContainText('selected');
});

test('the outline selects several too', async ({ page }) => {
  await page.getByRole('button', { name: 'Outline' }).focus();
  await page.keyboard.press('Enter');
  const tree = page.getByRole('tree', { name: 'Partners by kind' });
  await tree
    .getByRole('treeitem', { name: /Velo Nord/ })
    .last()
    .focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(bar(page)).toContainText('2 selected');
  await page.keyboard.press('Control+Space');
  await expect(bar(page)).toHaveCount(0);
  expect(await selectedNames(page)).toEqual(['Velo Nord']);
});

test('M picks up, arrows move, Enter drops as one step, Escape puts back', async ({ page }) => {
  const before = await placeOnMap(page, 'Kessel & Partner');
  await findOnMap(page, 'Kessel & Partner');
  await page.keyboard.press('m');
  await expect(page.getByText('Moving Kessel & Partner')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Moving Kessel & Partner')).toHaveCount(0);
  await nothingToUndo(page);
  await page.keyboard.press('m');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  await expect.poll(() => placeOnMap(page, 'Kessel & Partner')).not.toEqual(before);
  await oneUndo(page);
  expect(await placeOnMap(page, 'Kessel & Partner')).toEqual(before);
});

test('carried across a bound it asks why', async ({ page }) => {
  const at = await placeOnMap(page, 'Perkpoint');
  await findOnMap(page, 'Perkpoint');
  for (const end of ['Escape', 'Enter'] as const) {
    await page.keyboard.press('0');
    await page.keyboard.press('m');
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Enter');
    await expect(why(page)).toBeVisible();
    await expect(why(page).getByLabel('Reason')).toBeFocused();
    if (end === 'Enter') await page.keyboard.type('They asked to co-author');
    await page.keyboard.press(end);
    await expect(why(page)).toHaveCount(0);
    if (end === 'Escape') {
      await nothingToUndo(page);
      expect(await placeOnMap(page, 'Perkpoint')).toEqual(at);
    }
  }
  await expect(inspector(page).getByText('Transactional', { exact: true })).toHaveCount(0);
  await oneUndo(page);
  await characterIs(page, 'Transactional');
});

test('P pins, U unpins, and the palette judges a selection with one reason', async ({ page }) => {
  await findOnMap(page, 'Perkpoint');
  await page.keyboard.press('p');
  await expect(toast(page, 'Pinned Perkpoint')).toBeVisible();
  await page.keyboard.press('u');
  await expect(toast(page, 'Unpinned Perkpoint')).toBeVisible();
  await command(page, 'Judge ecotone');
  await page.keyboard.type('Joint guide agreed');
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Judged Perkpoint ecotone')).toBeVisible();
  await characterIs(page, 'Ecotone');
  await map(page).focus();
  await page.keyboard.press('Control+z');
  await characterIs(page, 'Transactional');
});

test('the palette aligns and distributes', async ({ page }) => {
  await findOnMap(page, 'Merchant Mornings');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(bar(page)).toContainText('3 selected');
  for (const [words, said] of [
    ['Align bottom', 'Aligned'],
    ['Distribute across', 'Distributed'],
  ] as const) {
    await command(page, words);
    await oneUndo(page);
    await expect(toast(page, `Undid: ${said}`)).toBeVisible();
  }
});

test('R and a name relates, also to somebody new', async ({ page }) => {
  const count = await partners(page);
  await findOnMap(page, 'Velo Nord');
  const relationships = inspector(page).getByRole('region', {
    name: 'Relationships',
  });
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Relate Velo Nord' });
  await expect(dialog.getByRole('combobox', { name: 'Other partner' })).toBeFocused();
  await page.keyboard.type('alba');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(relationships).toContainText('Alba Skincare');
  await oneUndo(page);
  await expect(relationships).not.toContainText('Alba Skincare');

  await page.keyboard.press('r');
  await expect(dialog.getByRole('combobox', { name: 'Other partner' })).toBeFocused();
  await page.keyboard.type('Gletscher Supply');
  await expect(page.getByRole('option', { name: /New partner “Gletscher Supply”/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await hasPartners(page, count + 1);
  await expect(relationships).toContainText('Gletscher Supply');
  await oneUndo(page);
  await hasPartners(page, count);
});

test('N, a name, Enter, again and again; a pasted list is one step', async ({ page }) => {
  const count = await partners(page);
  await page.keyboard.press('n');
  await expect(quickAdd(page).getByLabel('Name')).toBeFocused();
  for (const name of ['Alpenglow', 'Bergfest', 'alpenglow']) {
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(quickAdd(page).getByRole('status')).toContainText(/Alpenglow is already there|Added/);
  }
  await expect(quickAdd(page).getByRole('status')).toHaveText('Alpenglow is already there.');
  await hasPartners(page, count + 2);
  await paste(page, THIRTY.join('\r\n'));
  await page.keyboard.press('Enter');
  await expect(quickAdd(page).getByRole('status')).toContainText('Added 27 partners. 3 of 30 were already there');
  await hasPartners(page, count + 29);
  await page.keyboard.press('Escape');
  await map(page).focus();
  await page.keyboard.press('Control+z');
  await hasPartners(page, count + 2);
});

test('a wish gets its company’s name, and F2 renames', async ({ page }) => {
  await page.keyboard.press('n');
  await page.keyboard.type('a payment partner in DACH');
  await page.keyboard.press('Enter');
  await expect(quickAdd(page).getByRole('status')).toContainText('Added');
  await page.keyboard.press('Escape');
  await map(page).focus();
  await expect(map(page)).toHaveAttribute('data-selected', 'a payment partner in DACH');
  await command(page, 'Name the company behind this wish');
  await expect(page.getByLabel(/^Company behind/)).toBeFocused();
  await page.keyboard.type('Zahlwerk');
  await page.keyboard.press('Enter');
  await expect(map(page)).toHaveAttribute('data-selected', 'Zahlwerk');
  await expect(map(page)).toBeFocused();
  await page.keyboard.press('F2');
  await expect(page.getByLabel('Name of Zahlwerk')).toBeFocused();
  await page.keyboard.type('Never mind');
  await page.keyboard.press('Escape');
  await expect(map(page)).toHaveAttribute('data-selected', 'Zahlwerk');
  await page.keyboard.press('F2');
  await page.keyboard.type('Zahlwerk AG');
  await page.keyboard.press('Enter');
  await expect(map(page)).toHaveAttribute('data-selected', 'Zahlwerk AG');
  await page.keyboard.press('Control+z');
  await expect(map(page)).toHaveAttribute('data-selected', 'Zahlwerk');
  await page.keyboard.press('Control+z');
  await expect(inspector(page)).toContainText('a wish, not a company yet');
});

test('Ctrl C, V and D copy partners; names from elsewhere become partners; Delete deletes', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const count = await partners(page);
  await findOnMap(page, 'Saltmarsh');
  await page.keyboard.press('Shift+ArrowRight');
  const names = await selectedNames(page);
  await page.keyboard.press('Control+c');
  await expect(toast(page, 'Copied 2 partners')).toBeVisible();
  expect((await page.evaluate(() => navigator.clipboard.readText())).split('\n').sort()).toEqual(names);
  await page.keyboard.press('Control+v');
  await hasPartners(page, count + 2);
  expect(await selectedNames(page)).toEqual(names.map((name) => `${name} (2)`));
  await oneUndo(page);
  await hasPartners(page, count);

  await page.evaluate(() => navigator.clipboard.writeText('Alpenglow\nBergfest\nVelo Nord'));
  await page.keyboard.press('Control+v');
  await expect(toast(page, 'Added 2 partners. 1 of 3 was already there: Velo Nord.')).toBeVisible();
  await hasPartners(page, count + 2);
  await oneUndo(page);

  await findOnMap(page, 'Saltmarsh');
  await page.keyboard.press('Control+d');
  await expect(map(page)).toHaveAttribute('data-selected', 'Saltmarsh (2)');
  await oneUndo(page);
  await findOnMap(page, 'Saltmarsh');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Delete');
  await hasPartners(page, count - 2);
  await oneUndo(page);
  await hasPartners(page, count);
});

test('Shift F10 and the menu key open the menu beside the partner; Enter opens the inspector', async ({ page }) => {
  const at = await placeOnMap(page, 'Saltmarsh');
  await findOnMap(page, 'Saltmarsh');
  for (const key of ['Shift+F10', 'ContextMenu']) {
    await page.keyboard.press('0');
    await page.keyboard.press(key);
    const menu = page.getByRole('menu');
    await expect(menu).toBeVisible();
    // A menu is there before it is put in its place.
    const off = async (): Promise<number> => Math.abs(((await menu.boundingBox())?.x ?? 0) - at.x);
    await expect.poll(off, { message: 'beside the partner' }).toBeLessThan(60);
    await page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    await expect(map(page)).toBeFocused();
  }
  await page.keyboard.press('Shift+F10');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('Dup');
  await page.keyboard.press('Enter');
  await expect(map(page)).toHaveAttribute('data-selected', 'Saltmarsh (2)');
  await oneUndo(page);
  await findOnMap(page, 'Saltmarsh');
  await page.keyboard.press('Enter');
  await expect(inspector(page)).toBeFocused();
});

test('letters typed into a field edit nothing else', async ({ page }) => {
  await findOnMap(page, 'Saltmarsh');
  const field = page.getByRole('combobox', { name: 'Find on the map' });
  await field.focus();
  await page.keyboard.type('nrmpublh');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+a');
  await expect(field).toHaveValue('nrmpublh');
  await expect(bar(page)).toHaveCount(0);
  await nothingToUndo(page);
});

test('axe-core finds nothing grave in what editing opens', async ({ page }) => {
  const opened: [string, () => Promise<void>][] = [
    ['the bar', () => page.keyboard.press('Control+a')],
    ['the menu', () => page.keyboard.press('Shift+F10')],
    ['quick-add', () => page.keyboard.press('n')],
    ['renaming', () => page.keyboard.press('F2')],
    ['carrying', () => page.keyboard.press('m')],
    ['the question', () => command(page, 'Judge strategic')],
  ];
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const [name, open] of opened) {
      await findOnMap(page, 'Perkpoint');
      await map(page).focus();
      await open();
      expect(await graveFindings(page), `${name}, ${theme}`).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    }
  }
});
