// One everyday path through the page, over the real Rust core.
import { readFile } from 'node:fs/promises';
import { expect, test } from './host';
import { go, map, openSample, partnersOnMap } from './sample';

const NAME = 'Harbor & <b>Sons</b>';

test('a partner comes, is seen, and goes again by the keyboard', async ({ page }) => {
  await openSample(page);
  const before = await partnersOnMap(page);
  await page.getByRole('button', { name: 'Add partner' }).first().click();
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill(NAME);
  await name.press('Enter');
  await expect(map(page)).toHaveAttribute('data-partners', String(before + 1));
  await page.keyboard.press('Escape');

  await go(page, 'Partners');
  const search = page.getByLabel('Search partners');
  await search.fill(NAME);
  await expect(page.getByText(NAME, { exact: true }).first()).toBeVisible();
  await search.fill('');

  await go(page, 'Map');
  await page.keyboard.press('Control+z');
  await expect(map(page)).toHaveAttribute('data-partners', String(before));
  await go(page, 'Partners');
  await expect(page.getByText(NAME, { exact: true })).toHaveCount(0);
});

test('the plan is exported as a PDF', async ({ page, host }) => {
  await openSample(page);
  await go(page, 'Document');
  await host.answer(host.path('plan.pdf'));
  await page.getByRole('button', { name: 'Export PDF' }).click();
  const head = async (): Promise<string> =>
    (await readFile(host.path('plan.pdf')).catch(() => Buffer.alloc(0))).subarray(0, 5).toString();
  await expect.poll(head, { timeout: 60_000 }).toBe('%PDF-');
});

test('a file that is no workspace is refused in words', async ({ page, host }) => {
  await page.goto('/');
  await host.answer(host.path(''));
  await page.getByRole('button', { name: 'Open a file' }).click();
  await expect(page.getByText('folder', { exact: false }).last()).toBeVisible();
});
