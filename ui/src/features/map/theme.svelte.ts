import { createSubscriber } from 'svelte/reactivity';

const subscribe = createSubscriber((update) => {
  const observer = new MutationObserver(update);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  // Fonts of further scripts are loaded when a name is first painted in them: it is painted again in its own letters.
  document.fonts.addEventListener('loadingdone', update);
  return () => {
    observer.disconnect();
    document.fonts.removeEventListener('loadingdone', update);
  };
});

/** Read where colors are read from the page: runs that again once another theme or a further font is in effect. */
export function themeSeen(): void {
  subscribe();
}
