import { expect, it } from 'vitest';
import { amountOf, typedAgain } from './amount';

it.each([
  ['12000', '12000.00'],
  ['12,000.5', '12000.50'],
  ['€ 12k', '12000.00'],
  ['1.25M', '1250000.00'],
  ['0', '0.00'],
  ['-5', undefined],
  ['1,2', undefined],
  ['twelve', undefined],
  ['', undefined],
  ['1.234', undefined],
])('“%s” is %s', (typed, amount) => {
  expect(amountOf(typed)).toBe(amount);
});

it('offers an amount as it was typed', () => {
  expect(typedAgain('12000.00')).toBe('12000');
  expect(typedAgain('12.50')).toBe('12.50');
});
