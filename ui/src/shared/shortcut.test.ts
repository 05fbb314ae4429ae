import { describe, expect, it } from 'vitest';
import { parseShortcut, shortcutText, takesText } from './shortcut';

describe('a shortcut', () => {
  it.each([
    ['Mod+K', 'Ctrl K', '⌘K'],
    ['Mod+Shift+Z', 'Ctrl Shift Z', '⇧⌘Z'],
    ['N', 'N', 'N'],
    ['?', '?', '?'],
    ['+', '+', '+'],
    ['Mod++', 'Ctrl +', '⌘+'],
    ['ArrowLeft', '←', '←'],
  ])('%s reads %s, on macOS %s', (text, others, mac) => {
    expect(shortcutText(text, false)).toBe(others);
    expect(shortcutText(text, true)).toBe(mac);
  });

  it('keeps the plus sign as a key', () => {
    expect(parseShortcut('+')).toEqual({ mod: false, shift: false, alt: false, key: '+' });
  });
});

describe('what takes typing', () => {
  const input = (type: string): HTMLInputElement => Object.assign(document.createElement('input'), { type });
  it.each([
    ['a text field', input('text'), true],
    ['a search field', input('search'), true],
    ['a check box', input('checkbox'), false],
    ['a text area', document.createElement('textarea'), true],
    ['a button', document.createElement('button'), false],
    ['nothing', null, false],
  ])('%s: %#', (_name, element, expected) => {
    expect(takesText(element)).toBe(expected);
  });
});
