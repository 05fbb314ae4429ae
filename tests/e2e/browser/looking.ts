// How the map is looked at: what the tests of it share. Looking changes nothing in the workspace.
import type { Locator, Page } from '@playwright/test';
import { map, partnersOnMap, visit } from './sample';

/** What the page asked the program to draw, the last one last. */
const looks = new WeakMap<Page, unknown[]>();

/** The map of the workspace that is open, with every question for it noted from now on. */
export async function lookAtMap(page: Page): Promise<void> {
  const asked: unknown[] = [];
  looks.set(page, asked);
  page.on('request', (request) => {
    if (request.url().endsWith('/rpc/map')) asked.push(request.postDataJSON());
  });
  await visit(page, 'Map');
  await partnersOnMap(page);
}

/** The last question for the map. */
export function lookAsked(page: Page): unknown {
  return looks.get(page)?.at(-1);
}

export function legend(page: Page): Locator {
  return page.getByRole('region', { name: 'Legend' });
}

/** To a thousandth of a pixel. */
export async function camera(page: Page): Promise<string[]> {
  const told = await map(page).evaluate((element) => element.parentElement?.querySelector('canvas')?.dataset['camera']);
  return (told ?? '').split(' ').map((figure) => Number(figure).toFixed(3));
}
