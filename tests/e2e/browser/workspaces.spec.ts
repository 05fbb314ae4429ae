// Workspaces come from templates and files, and are listed until a person says otherwise.
import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test, type Host } from './host';
import { go, map, screens } from './sample';

const TEMPLATES = [
  { card: 'Empty map', partners: 0 },
  { card: 'SaaS platform ecosystem', partners: 18 },
  { card: 'E-commerce affiliate entry', partners: 24 },
  { card: 'Reseller channel', partners: 15 },
] as const;

for (const { card, partners } of TEMPLATES) {
  test(`a new workspace from “${card}”`, async ({ page, host }) => {
    await make(page, host, card, 'Harrow & Lane');
    await expect(page.getByRole('button', { name: 'Harrow & Lane partner plan, workspace menu' })).toBeVisible();
    await expect(map(page)).toHaveAttribute('data-partners', String(partners));
    expect(existsSync(host.path('made.ecotone'))).toBe(true);
  });
}

test('a new workspace needs to know whose it is', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New workspace' });
  await dialog.getByRole('button', { name: 'Create workspace' }).click();
  await expect(dialog.getByRole('alert')).toContainText('name of your own company');
  await expect(dialog).toBeVisible();
});

test('recent workspaces are listed, opened, hidden and cleared', async ({ page, host }) => {
  await make(page, host, 'Reseller channel', 'Tidewater');
  await close(page);
  const recent = page.getByRole('button', { name: /^Tidewater partner plan/ });
  await expect(recent).toContainText('15 partners');
  await recent.click();
  await expect(map(page)).toHaveAttribute('data-partners', '15');
  await close(page);

  await fromMenu(page, 'Hide this list');
  await expect(recent).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Recent workspaces are not listed.')).toBeVisible();
  await page.getByRole('button', { name: 'List them' }).click();
  await expect(recent).toBeVisible();
  await fromMenu(page, 'Clear this list');
  await expect(recent).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible();
  await expect(recent).toHaveCount(0);
});

test('a file that is no workspace is refused in words', async ({ page, host }) => {
  await page.goto('/');
  await host.answer(host.path(''));
  await page.getByRole('button', { name: 'Open a file' }).click();
  const refusal = page.getByRole('alert').filter({ hasText: 'folder' });
  await expect(refusal).toBeVisible();
  await expect(refusal.getByRole('button', { name: 'Copy details' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Who can you grow with?' })).toBeVisible();
});

async function make(page: Page, host: Host, card: string, us: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: card }).click();
  const dialog = page.getByRole('dialog', { name: 'New workspace' });
  await dialog.getByRole('textbox', { name: 'Your company' }).fill(us);
  await host.answer(host.path('made.ecotone'));
  await dialog.getByRole('button', { name: 'Create workspace' }).click();
  await expect(screens(page)).toBeVisible();
  await go(page, 'Map');
}

async function close(page: Page): Promise<void> {
  await page.getByRole('button', { name: /workspace menu/ }).click();
  await page.getByRole('menuitem', { name: 'Close workspace' }).click();
  await expect(page.getByRole('heading', { name: 'Who can you grow with?' })).toBeVisible();
}

async function fromMenu(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Recent workspaces menu' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}
