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

/** Asks the core as this window would, past everything on the page. */
export async function ask<Answer>(page: Page, command: string, request: unknown): Promise<Answer> {
  return page.evaluate(
    async ([name, body]) => {
      const headers = { 'content-type': 'application/json', 'x-window': 'main' };
      const reply = await fetch(`/rpc/${String(name)}`, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!reply.ok) throw new Error(await reply.text());
      return (await reply.json()) as Answer;
    },
    [command, request],
  );
}

/** Presses a key until what has the keys is called so. */
export async function walkTo(page: Page, key: string, name: RegExp): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) {
    const label = await page.evaluate(() => {
      const element = document.activeElement;
      const labels = element instanceof HTMLInputElement ? element.labels?.[0]?.innerText : element?.textContent;
      return (element?.getAttribute('aria-label') ?? labels ?? '').replace(/\s+/g, ' ').trim();
    });
    if (name.test(label)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never came to ${name.source}.`);
}
