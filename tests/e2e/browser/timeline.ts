// Where things lie on the timeline, as the page says.
import type { Locator, Page } from '@playwright/test';
import { expect } from './host';

const DAY = 86_400_000;

export function timeline(page: Page): Locator {
  return page.getByRole('img', { name: /^Timeline of/ });
}

export function rows(page: Page): Locator {
  return page.getByRole('treegrid', { name: 'Motions' });
}

export function rowOf(page: Page, name: string): Locator {
  return rows(page).getByRole('row', { name }).first();
}

/** Where a day begins in the row of this name, on the bar. */
export async function placeOf(page: Page, name: string, day: string): Promise<{ x: number; y: number }> {
  const row = await rowOf(page, name).boundingBox();
  const view = await timeline(page).boundingBox();
  if (!row || !view) throw new Error(`There is no ${name} on the timeline.`);
  const left = Number(await timeline(page).getAttribute('data-left'));
  const perDay = Number(await timeline(page).getAttribute('data-per-day'));
  const days = Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
  return { x: view.x + (days - left) * perDay, y: row.y + 16 };
}

/** The day at a place across the screen, as a number with its part. */
export async function dayAt(page: Page, x: number): Promise<number> {
  const view = await timeline(page).boundingBox();
  return Number(await timeline(page).getAttribute('data-left')) + (x - (view?.x ?? 0)) / (await perDay(page));
}

export async function perDay(page: Page): Promise<number> {
  return Number(await timeline(page).getAttribute('data-per-day'));
}

/** The dates in the drawer. */
export async function expectDates(page: Page, first: string, last: string): Promise<void> {
  const drawer = page.getByRole('complementary', { name: 'Motion' });
  await expect(drawer.getByLabel('First day')).toHaveValue(first);
  await expect(drawer.getByLabel('Last day')).toHaveValue(last);
}
