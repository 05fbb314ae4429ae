// When a page rests: no call to the core under way, fonts there, nothing painted, animated or written any more.
import type { Page, Request } from '@playwright/test';

/** The page must stay as it is for so many milliseconds, and for as many frames as fit in there. */
const QUIET = 120;

const underWay = new WeakMap<Page, Set<Request>>();

/** From now on the calls of this page to the core are counted. */
export function countCalls(page: Page): void {
  const calls = new Set<Request>();
  underWay.set(page, calls);
  page.on('request', (request) => {
    if (request.url().includes('/rpc/')) calls.add(request);
  });
  page.on('requestfinished', (request) => calls.delete(request));
  page.on('requestfailed', (request) => calls.delete(request));
}

export async function settled(page: Page): Promise<void> {
  const calls = underWay.get(page);
  if (!calls) throw new Error('The calls of this page are not counted.');
  do {
    await page.evaluate(rest, QUIET);
  } while (calls.size > 0);
}

/** Runs in the page. */
async function rest(quiet: number): Promise<void> {
  await document.fonts.ready;
  await new Promise<void>((rested) => {
    let since = performance.now();
    let frames = 0;
    const again = (): void => {
      since = performance.now();
      frames = 0;
    };
    const observer = new MutationObserver(again);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const turn = (): void => {
      frames += 1;
      const moves = document.querySelector('[aria-busy="true"], canvas[data-drawn="moving"]') !== null;
      if (moves || document.getAnimations().some(({ playState }) => playState === 'running')) again();
      if (performance.now() - since < quiet || frames < quiet / 20) requestAnimationFrame(turn);
      else {
        observer.disconnect();
        rested();
      }
    };
    requestAnimationFrame(turn);
  });
}
