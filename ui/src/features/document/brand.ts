import { call } from '../../api/client';
import { attempt, say, sayWritten } from '../../shared/toasts';
import { composer } from './composer.svelte';

export const SAVE_BRAND_LABEL = 'Save the brand';
export const LOAD_BRAND_LABEL = 'Load a brand';

/** Writes color, paper, names and logos of the document where the person says. */
export async function saveBrand(): Promise<void> {
  await composer.written;
  const written = await attempt(() => call('brand_save', composer.choice));
  if (written) sayWritten(`Saved the brand as ${written.file_name}`, written);
}

/** Puts the brand of a file on the document. */
export async function loadBrand(): Promise<void> {
  const document = await attempt(() => call('brand_load', composer.choice));
  if (!document) return;
  composer.document = document.id;
  say(`${document.name} wears the brand`);
}
