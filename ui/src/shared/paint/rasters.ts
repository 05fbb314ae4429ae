/** Logos that display lists bring along, decoded once. A canvas cannot wait: what is not there yet is not painted. */

import type { Raster } from '../../api/generated';

interface Kept {
  data: string;
  bitmap: ImageBitmap | undefined;
}

const kept = new Map<string, Kept>();

/** Decodes what is new; the answer says whether anything is to be painted again. */
export async function loadRasters(rasters: readonly Raster[]): Promise<boolean> {
  const fresh = rasters.filter((raster) => kept.get(raster.id)?.data !== raster.data);
  await Promise.all(fresh.map(load));
  return fresh.length > 0;
}

/** A decoded logo; none before it is decoded, or where its file is broken. */
export function rasterOf(id: string): ImageBitmap | undefined {
  return kept.get(id)?.bitmap;
}

async function load({ id, media_type, data }: Raster): Promise<void> {
  const entry: Kept = { data, bitmap: undefined };
  kept.set(id, entry);
  try {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    entry.bitmap = await createImageBitmap(new Blob([bytes], { type: media_type }));
  } catch {
    // A broken file shows the kind's glyph, as if there were no logo.
  }
}
