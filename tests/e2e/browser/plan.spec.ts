// One everyday path through the page, over the real Rust core.
import { readFile } from 'node:fs/promises';
import { expect, test } from './host';
import { go, inspector, map, openSample, partnersOnMap, toast, undo } from './sample';

const NAME = 'Harbor & <b>Sons</b>';

test('a partner comes, is seen, goes by the keyboard, and comes again', async ({ page }) => {
  await openSample(page);
  const before = await partnersOnMap(page);
  await page.getByRole('button', { name: 'Add partner' }).first().click();
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill(NAME);
  await name.press('Enter');
  await expect(map(page)).toHaveAttribute('data-partners', String(before + 1));
  await page.keyboard.press('Escape');
  await expect(inspector(page).getByRole('heading', { name: NAME })).toBeVisible();
  await expect(page.getByRole('treeitem', { name: NAME })).toBeAttached();

  await go(page, 'Partners');
  const search = page.getByRole('textbox', { name: 'Search partners' });
  await search.fill(NAME);
  await expect(page.getByRole('row', { name: NAME })).toBeVisible();
  await search.fill('');

  await go(page, 'Map');
  await undo(page);
  await expect(toast(page, `Undid: Added partner ${NAME}`)).toBeVisible();
  await expect(map(page)).toHaveAttribute('data-partners', String(before));
  await go(page, 'Partners');
  const table = page.getByRole('grid', { name: 'Partners' });
  await expect(table).toHaveAttribute('aria-rowcount', String(before + 1));

  await page.keyboard.press('Control+Shift+z');
  await expect(toast(page, `Redid: Added partner ${NAME}`)).toBeVisible();
  await expect(table).toHaveAttribute('aria-rowcount', String(before + 2));
});

test.describe('with the sample open', () => {
  test.use({ opens: 'sample' });

  test('the plan is exported as a PDF', async ({ page, host }) => {
    await page.goto('/');
    await go(page, 'Document');
    await host.answer(host.path('plan.pdf'));
    await page.getByRole('button', { name: 'Export PDF', exact: true }).click();
    await expect(page.getByRole('progressbar', { name: 'Export PDF', exact: true }).first()).toBeVisible();
    await expect(toast(page, 'Exported plan.pdf')).toBeVisible({ timeout: 60_000 });
    const file = await readFile(host.path('plan.pdf'));
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    await expect(page.getByRole('progressbar')).toHaveCount(0);
  });

  test('an export that is turned away from writes nothing and says nothing', async ({ page }) => {
    await page.goto('/');
    await go(page, 'Document');
    await page.getByRole('button', { name: 'Export PDF', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Export PDF', exact: true })).toBeEnabled();
    await expect(page.getByText('Exported')).toHaveCount(0);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('the map is exported as a picture', async ({ page, host }) => {
    await page.goto('/');
    await go(page, 'Document');
    await host.answer(host.path('map.svg'));
    await page.getByRole('button', { name: 'Other files' }).click();
    await page.getByRole('menuitem', { name: 'Export map as SVG' }).click();
    await expect(toast(page, 'Exported map.svg')).toBeVisible();
    expect(await readFile(host.path('map.svg'), 'utf8')).toContain('Fernhill Commerce');
  });
});
