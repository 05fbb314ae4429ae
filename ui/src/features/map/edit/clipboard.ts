/** Copy and paste: names as text for every other program, and inside the window the partners themselves. */

import { workspace } from '../../../shared/workspace.svelte';
import { say } from '../../../shared/toasts';
import { navigation } from '../../../shared/navigation.svelte';
import { takesText } from '../../../shared/shortcut';
import { map } from '../state.svelte';
import { addNames, duplicate, named, sayAdded } from './commands';
import { editing } from './editing.svelte';
import { namesIn } from './pasted';

/** What was copied last, while the clipboard still holds its text. */
let copied: { text: string; ids: readonly string[]; us: string } | null = null;

/** Remembers the selected partners and answers their names, one a line. */
function taken(): string | null {
  const nodes = editing.partners;
  if (nodes.length === 0) return null;
  const text = nodes.map(({ name }) => name).join('\n');
  copied = { text, ids: nodes.map(({ id }) => id), us: workspace.open.us };
  say(`Copied ${named(nodes)}`);
  return text;
}

/** Partners that were copied here become copies; any other text is a list of names. */
async function put(text: string): Promise<void> {
  const own = copied?.text === text && copied.us === workspace.open.us ? copied.ids : [];
  const there = own.filter((id) => map.scene?.nodes.has(id));
  if (there.length > 0) return duplicate(there);
  const names = namesIn(text);
  const [kind] = workspace.open.organization_kinds;
  if (names.length === 0 || !kind) {
    say('There are no names to paste: copy a list of names first, one a line.');
    return;
  }
  const primary = map.primary;
  const answer = await addNames({
    names,
    kind: primary && !primary.us ? primary.kind : kind.key,
    tie: null,
    placeholder: false,
  });
  if (answer) sayAdded(answer);
}

/** From a menu, where no key tells the browser to copy. */
export async function copySelection(): Promise<void> {
  const text = taken();
  // A clipboard that is closed to the page leaves what was remembered here.
  if (text !== null) await navigator.clipboard.writeText(text).catch(() => undefined);
}

/** From a menu: not every browser lets a page look into the clipboard. */
export async function pasteSelection(): Promise<void> {
  const text = await navigator.clipboard.readText().catch(() => copied?.text);
  if (text === undefined) say('Press Ctrl V to paste: this window may not read the clipboard by itself.');
  else await put(text);
}

/** Hears the system's own copy, paste and select all while the map has the keys; until the answer is called. */
export function hearClipboard(surface: HTMLElement): () => void {
  const listening = new AbortController();
  const options = { signal: listening.signal };
  const mine = (event: Event): boolean =>
    !event.defaultPrevented &&
    navigation.screen === 'map' &&
    !takesText(document.activeElement) &&
    document.querySelector('[role="dialog"][data-state="open"], [role="menu"][data-state="open"]') === null;
  document.addEventListener(
    'copy',
    (event) => {
      if (!mine(event) || document.getSelection()?.isCollapsed === false) return;
      const text = taken();
      if (text === null) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    },
    options,
  );
  document.addEventListener(
    'paste',
    (event) => {
      if (!mine(event)) return;
      event.preventDefault();
      void put(event.clipboardData?.getData('text/plain') ?? '');
    },
    options,
  );
  // Where a native menu owns the key, Select All begins a selection of the page instead.
  document.addEventListener(
    'selectstart',
    (event) => {
      if (document.activeElement !== surface || !mine(event)) return;
      event.preventDefault();
      if (event.target === document.body || event.target === surface) map.selectAll();
    },
    options,
  );
  return () => listening.abort();
}
