// What the tests of editing on the map look at and do, beside the words of `sample.ts`.
import type { Locator, Page } from '@playwright/test';
import { expect } from './host';
import { inspector, map, undo } from './sample';

interface Point {
  x: number;
  y: number;
}

/** The bar over several selected partners. */
export function bar(page: Page): Locator {
  return page.getByRole('toolbar', { name: 'Selected partners' });
}

export function why(page: Page): Locator {
  return page.getByRole('dialog', { name: /why\?$/ });
}

export function quickAdd(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Add partner' });
}

/** A point on the ring that shows where a line may begin: found by moving outward until the pointer says so. */
export async function rimOf(page: Page, center: Point): Promise<Point> {
  for (let away = 6; away < 60; away += 2) {
    await page.mouse.move(center.x + away, center.y);
    if ((await map(page).evaluate((element) => element.style.cursor)) === 'crosshair') {
      return { x: center.x + away + 2, y: center.y };
    }
  }
  throw new Error('No ring shows around the partner.');
}

/** Presses, moves along the way and lets go. */
export async function sweep(page: Page, ...[first, ...rest]: Point[]): Promise<void> {
  if (!first) return;
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.up();
}

/** As if the text came from another program. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const data = new DataTransfer();
    data.setData('text/plain', words);
    const event = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

export async function partners(page: Page): Promise<number> {
  return Number(await map(page).getAttribute('data-partners'));
}

export async function hasPartners(page: Page, count: number): Promise<void> {
  await expect(map(page)).toHaveAttribute('data-partners', String(count));
}

/** Whether the workspace is as it was when the test began. */
export async function nothingToUndo(page: Page): Promise<void> {
  const button = page.getByRole('banner').getByRole('button', { name: 'Undo', exact: true });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
}

/** One Ctrl Z takes all of it back. */
export async function oneUndo(page: Page): Promise<void> {
  await map(page).focus();
  await undo(page);
  await nothingToUndo(page);
}

export async function command(page: Page, words: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Find or do anything' });
  await page.keyboard.press('Control+k');
  await field.fill(words);
  await expect(page.getByRole('option', { name: words }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
}

/** The partners of the outline that are selected. */
export async function selectedNames(page: Page): Promise<string[]> {
  const items = page.locator('[role="treeitem"].partner[aria-selected="true"] .name');
  return (await items.allTextContents()).sort();
}

export async function characterIs(page: Page, word: string): Promise<void> {
  await expect(inspector(page).getByText(word, { exact: true }).first()).toBeVisible();
}

/** Thirty names of which three are on the map of the sample already. */
export const THIRTY = [
  'Kessel & Partner',
  'FERNHILL  commerce',
  ...Array.from({ length: 27 }, (_, index) => `Newcomer ${index + 1}`),
  'velo nord',
];
