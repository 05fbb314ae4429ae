/** Logos that display lists name, decoded once. A canvas cannot wait: what is not there yet is not painted. */

/** So many are on their way at once. */
const AT_ONCE = 6;

/** None: on its way, or a file that is broken. */
const kept = new Map<string, ImageBitmap | null>();

/** Brings what is new and lets go of what nobody wants any more; answers whether anything is to be painted again. */
export async function loadRasters(
  wanted: ReadonlySet<string>,
  bring: (id: string) => Promise<Uint8Array>,
): Promise<boolean> {
  for (const [id, bitmap] of kept) {
    if (wanted.has(id)) continue;
    bitmap?.close();
    kept.delete(id);
  }
  const fresh = [...wanted].filter((id) => !kept.has(id));
  for (const id of fresh) kept.set(id, null);
  const waiting = [...fresh];
  const line = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await load(id, bring);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
  return fresh.length > 0;
}

/** A decoded logo; none before it is decoded, or where its file is broken. */
export function rasterOf(id: string): ImageBitmap | undefined {
  return kept.get(id) ?? undefined;
}

async function load(id: string, bring: (id: string) => Promise<Uint8Array>): Promise<void> {
  try {
    const bytes = await bring(id);
    const bitmap = await createImageBitmap(new Blob([bytes.slice().buffer]));
    if (kept.has(id)) kept.set(id, bitmap);
    else bitmap.close();
  } catch {
    // A broken file shows the kind's glyph, as if there were no logo.
  }
}
