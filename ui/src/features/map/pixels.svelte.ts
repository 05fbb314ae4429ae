import { createSubscriber } from 'svelte/reactivity';
import { presenting } from '../../shared/presenting.svelte';

const subscribe = createSubscriber((update) => {
  // A query for one ratio tells when it is left: each change needs the next one.
  let query: MediaQueryList | undefined;
  const watch = (): void => {
    query?.removeEventListener('change', changed);
    query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener('change', changed);
  };
  const changed = (): void => {
    watch();
    update();
  };
  watch();
  return () => query?.removeEventListener('change', changed);
});

/** Pixels of the screen for each pixel of the map: another one on another monitor, or where the page is zoomed. */
export function pixelRatio(): number {
  subscribe();
  return (window.devicePixelRatio || 1) * presenting.magnified;
}
