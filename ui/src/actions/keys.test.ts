import { describe, expect, it } from 'vitest';
import type { Action } from './action';
import { actionForKey, type KeyContext } from './keys';

const action = (id: string, shortcut: string, more: Partial<Action> = {}): Action => ({
  id,
  label: id,
  group: 'View',
  shortcut,
  enabled: () => true,
  run: () => undefined,
  ...more,
});

const actions = [
  action('palette.open', 'Mod+K', { inMenu: true }),
  action('edit.undo', 'Mod+Z', { group: 'Edit', inMenu: true }),
  action('edit.redo', 'Mod+Shift+Z', { group: 'Edit', inMenu: true }),
  action('partner.add', 'N', { screen: 'map' }),
  action('motion.add', 'N', { screen: 'motions' }),
  action('help.shortcuts', '?'),
  action('partner.copy', 'Mod+C', { group: 'Edit', byEvent: true }),
];

const key = (text: string): KeyboardEvent => {
  const parts = text.split(' ');
  const name = parts.at(-1) ?? '';
  return new KeyboardEvent('keydown', {
    key: name,
    ctrlKey: parts.includes('Ctrl'),
    shiftKey: parts.includes('Shift'),
  });
};

describe('the action of a key', () => {
  const free: KeyContext = { screen: 'map', typing: false, covered: false, desktop: false };
  const cases: [string, Partial<KeyContext>, string | undefined][] = [
    ['Ctrl k', {}, 'palette.open'],
    ['Ctrl k', { typing: true }, 'palette.open'],
    ['Ctrl k', { desktop: true }, undefined],
    ['Ctrl z', {}, 'edit.undo'],
    ['Ctrl Shift Z', {}, 'edit.redo'],
    ['Ctrl z', { typing: true }, undefined],
    ['n', {}, 'partner.add'],
    ['n', { screen: 'motions' }, 'motion.add'],
    ['n', { screen: 'document' }, undefined],
    ['n', { typing: true }, undefined],
    ['n', { covered: true }, undefined],
    ['n', { desktop: true }, 'partner.add'],
    ['Shift ?', {}, 'help.shortcuts'],
    ['Ctrl n', {}, undefined],
    ['x', {}, undefined],
    ['Ctrl c', {}, undefined],
  ];
  it.each(cases)('%s with %o is %s', (text, context, expected) => {
    expect(actionForKey(key(text), actions, { ...free, ...context })?.id).toBe(expected);
  });
});
