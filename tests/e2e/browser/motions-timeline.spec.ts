// The timeline by pointer: lanes, zoom, dragging, dependencies, and what waits.
import { expect, test } from './host';
import { graveFindingsInBothThemes } from './grave';
import { choose, drag, toast, undo, visit } from './sample';
import { settled } from './settled';
import { dayAt, expectDates, perDay, placeOf, rowOf, rows, timeline } from './timeline';

test.use({ opens: 'sample' });

test('lanes stand for kind, partner, function, status or quarter, and sums stay right', async ({ page }) => {
  await visit(page, 'Motions');
  const lanes = rows(page).locator('.lane');
  await expect(lanes).toHaveCount(5);
  const by = page.getByRole('combobox', { name: 'Lanes' });
  await choose(page, by, 'Partner');
  await expect(rowOf(page, 'Fernhill Commerce')).toBeVisible();
  // A motion with two partners stands in both lanes; the plan's budget counts it once.
  await expect(rows(page).locator('[data-motion]').filter({ hasText: 'Returns Without Regret' })).not.toHaveCount(1);
  await expect(page.getByText('Planned budget €922k, by character')).toBeVisible();
  await choose(page, by, 'Status');
  await expect(rowOf(page, 'Running')).toBeVisible();
  await choose(page, by, 'Quarter');
  await expect(rowOf(page, 'Q1 2026')).toBeVisible();
  await choose(page, by, 'Owner’s function');
  await expect(rowOf(page, 'Marketing')).toBeVisible();
});

test('a lane is collapsed, and a motion opens to its tasks', async ({ page }) => {
  await visit(page, 'Motions');
  await rowOf(page, 'Referral engines').getByRole('button', { name: 'Close' }).click();
  await expect(rowOf(page, 'Agency referral circle')).toHaveCount(0);
  await expect(rowOf(page, 'Referral engines')).toContainText('€44k');
  await rowOf(page, 'Referral engines').getByRole('button', { name: 'Open' }).click();
  await expect(rowOf(page, 'Agency referral circle')).toBeVisible();
  await rowOf(page, 'Peak Season Playbook').getByRole('button', { name: 'Open' }).click();
  await expect(rows(page).locator('[data-task]').first()).toBeVisible();
});

test('zoom keeps the day under the pointer, from years to days', async ({ page }) => {
  await visit(page, 'Motions');
  await expect(rowOf(page, 'Peak Season Playbook')).toBeVisible();
  const place = await placeOf(page, 'Peak Season Playbook', '2026-05-01');
  // A mouse stands on whole pixels.
  const x = Math.round(place.x);
  const day = await dayAt(page, x);
  await page.mouse.move(x, place.y);
  const before = await perDay(page);
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 6; turn += 1) await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await expect.poll(() => perDay(page)).toBeGreaterThan(before * 4);
  expect(await dayAt(page, x)).toBeCloseTo(day, 3);
  await page.getByRole('button', { name: 'Whole plan' }).click();
  await expect.poll(() => perDay(page)).toBeCloseTo(before);
});

test('a bar is moved and its ends are drawn, and Escape gives up', async ({ page }) => {
  await visit(page, 'Motions');
  const name = 'Nordics launch kit';
  await rowOf(page, name).click();
  await expectDates(page, '2026-07-01', '2026-10-31');
  const days = await perDay(page);
  await settled(page);
  const middle = await placeOf(page, name, '2026-09-20');
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 40 * days, middle.y, { steps: 4 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expectDates(page, '2026-07-01', '2026-10-31');

  await drag(page, middle, { x: 14 * days, y: 0 });
  await expectDates(page, '2026-07-15', '2026-11-14');
  await settled(page);
  const end = await placeOf(page, name, '2026-11-14');
  await drag(page, end, { x: 7 * days, y: 0 });
  await expectDates(page, '2026-07-15', '2026-11-21');
  await undo(page);
  await undo(page);
  await expectDates(page, '2026-07-01', '2026-10-31');
});

test('what waits is asked about and shown, and moves along only if wanted', async ({ page }) => {
  await visit(page, 'Motions');
  const name = 'Native order sync launch';
  await rowOf(page, name).click();
  const drawer = page.getByRole('complementary', { name: 'Motion' });
  const last = await drawer.getByLabel('Last day').inputValue();
  await settled(page);
  const days = await perDay(page);
  await drag(page, await placeOf(page, name, '2026-07-10'), {
    x: 14 * days,
    y: 0,
  });
  const ask = page.getByRole('group', { name: `Others wait for ${name}` });
  await expect(ask).toContainText('Cinder audience activation');
  await ask.getByRole('button', { name: 'Leave it' }).click();
  await expect(ask).toHaveCount(0);
  await expect(drawer.getByLabel('Last day')).toHaveValue(last);

  await settled(page);
  await drag(page, await placeOf(page, name, '2026-07-10'), {
    x: 14 * days,
    y: 0,
  });
  await ask.getByRole('button', { name: 'Move it too' }).click();
  await expect(drawer.getByLabel('Last day')).not.toHaveValue(last);
  await undo(page);
  await expect(drawer.getByLabel('Last day')).toHaveValue(last);
});

test('a dependency is drawn from a bar’s end to another’s start', async ({ page }) => {
  await visit(page, 'Motions');
  await expect(rowOf(page, 'Q4 creator sprint')).toBeVisible();
  await settled(page);
  const start = await placeOf(page, 'Store of the Future series', '2026-11-06');
  const end = await placeOf(page, 'Q4 creator sprint', '2026-11-20');
  const answered = page.waitForResponse('**/rpc/dependency_add');
  await page.mouse.move(start.x + 10, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 6 });
  await page.mouse.up();
  expect((await answered).ok()).toBe(true);
  await rowOf(page, 'Q4 creator sprint').click();
  await page.keyboard.press('d');
  const waits = page.getByRole('group', { name: 'What Q4 creator sprint waits for' });
  await expect(waits.getByText('Store of the Future series')).toBeVisible();
  await waits.getByRole('button', { name: 'No longer wait for Store of the Future series' }).click();
  await expect(waits.getByRole('button', { name: /^No longer wait/ })).toHaveCount(0);
});

test('conflicts are listed with a way to each', async ({ page }) => {
  await visit(page, 'Motions');
  await page.getByRole('button', { name: /conflict/ }).click();
  await page
    .getByRole('button', {
      name: /Cinder audience activation begins 32 days before/,
    })
    .click();
  await expect(rowOf(page, 'Cinder audience activation')).toHaveAttribute('aria-selected', 'true');
});

test('the work of our functions stands under the months', async ({ page }) => {
  await visit(page, 'Motions');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Show the work of our functions' }).click();
  const work = page.getByRole('region', { name: 'Work of our functions' });
  await expect(work.getByRole('listitem').filter({ hasText: 'Marketing' })).toBeVisible();
  expect(await graveFindingsInBothThemes(page)).toEqual([]);
  await work.getByRole('button', { name: 'Hide the work of our functions' }).click();
  await expect(work).toHaveCount(0);
});

test('the timeline is written as a picture', async ({ page, host }) => {
  await visit(page, 'Motions');
  await host.answer(host.path('plan.svg'));
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Export timeline as SVG' }).click();
  await expect(toast(page, 'Exported plan.svg')).toBeVisible();
});

test('nothing grave is found with tasks, slack and the board', async ({ page }) => {
  await visit(page, 'Motions');
  await rowOf(page, 'Peak Season Playbook').getByRole('button', { name: 'Open' }).click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Show critical path and slack' }).click();
  await expect(timeline(page)).toBeVisible();
  expect(await graveFindingsInBothThemes(page)).toEqual([]);
  for (const mode of ['Board', 'Table']) {
    await page.getByRole('radio', { name: mode }).click();
    expect(await graveFindingsInBothThemes(page)).toEqual([]);
  }
});
