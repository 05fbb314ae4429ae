/** The map as a picture in the clipboard. */

import { call } from '../../../api/client';
import type { PictureTheme } from '../../../api/generated';
import { preferences } from '../../../shared/preferences.svelte';
import { presenting } from '../../../shared/presenting.svelte';
import { attempt, say } from '../../../shared/toasts';
import { look } from './look.svelte';
import { viewing } from './viewing.svelte';

/** Sharp on a slide. */
const SCALE = 2;

/** In the colors that are seen; where the system takes no pictures from a page, a file is offered instead. */
export async function copyPicture(): Promise<void> {
  const drawn = attempt(() =>
    call('map_picture', { format: 'png', theme: themeSeen(), scale: SCALE, look: look.request }),
  );
  try {
    // The clipboard is asked while the key is still down, and gets the picture once it is drawn.
    const png = drawn.then((bytes) => {
      if (!bytes) throw new Error('there is no picture');
      return new Blob([new Uint8Array(bytes)], { type: 'image/png' });
    });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    say('Copied the map as a picture');
  } catch {
    if ((await drawn) === undefined) return;
    const offer = { label: 'Export it', run: () => void (viewing.question = 'export') };
    say('This system lets no page copy pictures: export the map to a file instead.', offer);
  }
}

function themeSeen(): PictureTheme {
  if (!presenting.on) return preferences.shown;
  return presenting.dark ? 'projector_dark' : 'projector';
}
