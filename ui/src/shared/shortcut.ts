/** Whether this keyboard has Cmd where others have Ctrl. */
export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

export interface Shortcut {
  mod: boolean;
  shift: boolean;
  alt: boolean;
  /** As `KeyboardEvent.key`, letters in lower case. */
  key: string;
}

/** Reads `Mod+Shift+Z`. */
export function parseShortcut(text: string): Shortcut {
  const parts =
    text === '+' || text.endsWith('++') ? [...text.slice(0, -1).split('+').filter(Boolean), '+'] : text.split('+');
  const key = parts.at(-1) ?? '';
  return {
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    key: key.length === 1 ? key.toLowerCase() : key,
  };
}

/** `Ctrl Shift Z`, or `⌘⇧Z` on macOS. */
export function shortcutText(text: string, mac: boolean = isMac): string {
  const { mod, shift, alt, key } = parseShortcut(text);
  const name = KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  if (mac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`;
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', name].filter(Boolean).join(' ');
}

/** Whether a key press is this shortcut. Signs such as `?` carry their own Shift. */
export function matches(event: KeyboardEvent, text: string, mac: boolean = isMac): boolean {
  const wanted = parseShortcut(text);
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (mod !== wanted.mod || other || event.altKey !== wanted.alt) return false;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key !== wanted.key) return false;
  const sign = key.length === 1 && !/[a-z0-9]/.test(key);
  return sign || event.shiftKey === wanted.shift;
}

/** Whether typing goes into the element: then editing commands and single letters belong to it. */
export function takesText(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return !element.readOnly;
  if (element instanceof HTMLInputElement) return !element.readOnly && !NOT_TEXT.has(element.type);
  return element instanceof HTMLElement && element.isContentEditable === true;
}

const NOT_TEXT = new Set(['button', 'checkbox', 'radio', 'range', 'color', 'file', 'submit', 'reset', 'image']);
const KEY_NAMES: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  ' ': 'Space',
};
