import { expect, it } from 'vitest';
import { figureText, figureTyped, readFigure } from './figures';

const euros = (amount: string) => ({ money: { amount, currency: 'EUR' } });

it.each([
  ['400k', 'money', euros('400000')],
  ['€400,000', null, euros('400000')],
  ['400 USD', 'money', { money: { amount: '400', currency: 'USD' } }],
  ['12', 'count', { number: 12 }],
  ['12', null, { number: 12 }],
  ['many', null, undefined],
] as const)('"%s" of %s is a figure', (typed, unit, figure) => {
  expect(readFigure(typed, unit, 'EUR')).toEqual(figure);
});

it('a figure is shown short and typed again in full', () => {
  expect(figureText(euros('400000.00'))).toBe('€400k');
  expect(figureTyped(euros('400000.00'))).toBe('400000 EUR');
  expect(readFigure(figureTyped(euros('12.50')), 'money', 'USD')).toEqual(euros('12.50'));
  expect(figureTyped({ number: 12 })).toBe('12');
});
