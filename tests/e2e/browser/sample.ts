// The words by which the screens are reached, as a person reads them.
import type { Locator, Page } from '@playwright/test';
import { expect } from './host';

export const SCREENS = ['Map', 'Partners', 'Motions', 'Outcomes', 'Document'] as const;

/** From the start screen, as at the first run. */
export async function openSample(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await expect(screens(page)).toBeVisible();
}

export async function go(page: Page, screen: (typeof SCREENS)[number]): Promise<void> {
  await screens(page).getByRole('button', { name: screen, exact: true }).click();
}

/** The page with its workspace open and the screen shown. */
export async function visit(page: Page, screen: (typeof SCREENS)[number]): Promise<void> {
  await page.goto('/');
  await go(page, screen);
}

export function screens(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Screens' });
}

export function map(page: Page): Locator {
  return page.locator('[role="application"][data-partners]');
}

/** How many partners the map shows, once it shows any. */
export async function partnersOnMap(page: Page): Promise<number> {
  await expect(map(page)).not.toHaveAttribute('data-partners', '0');
  return Number(await map(page).getAttribute('data-partners'));
}

/** Selects a partner by its name, as the search above the map offers. */
export async function findOnMap(page: Page, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Find on the map' });
  await field.fill(name);
  await expect(page.getByRole('option', { name }).first()).toBeVisible();
  await field.press('Enter');
  await expect(map(page)).toHaveAttribute('data-selected', name);
}

export function inspector(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Inspector' });
}

export function toast(page: Page, words: string | RegExp): Locator {
  return page.getByRole('status').filter({ hasText: words });
}
