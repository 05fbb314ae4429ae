import { expect, it } from 'vitest';
import { intentOf } from './keys';

it('knows what a key means', () => {
  const check = (key: string, more: KeyboardEventInit, expected: unknown): void =>
    expect(intentOf(new KeyboardEvent('keydown', { key, ...more }))).toEqual(expected);
  check('ArrowRight', { altKey: true }, { kind: 'shift', grip: 'whole', direction: 1 });
  check('ArrowLeft', { altKey: true, shiftKey: true }, { kind: 'shift', grip: 'end', direction: -1 });
  check('ArrowRight', { ctrlKey: true, shiftKey: true }, { kind: 'shift', grip: 'start', direction: 1 });
  check('ArrowRight', {}, undefined);
  check('ArrowRight', { ctrlKey: true, altKey: true }, undefined);
  check('d', {}, { kind: 'depend' });
  check('d', { ctrlKey: true }, undefined);
  check(' ', {}, { kind: 'done' });
  check('Enter', {}, { kind: 'open' });
});
