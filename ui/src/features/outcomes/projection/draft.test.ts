import { describe, expect, it } from 'vitest';
import type { InputView, ModelView, ProjectionForm } from '../../../api/generated';
import { culprit, draftOf, doubtsWhole, isComplete, monthsTyped, pastedMonths, requestOf } from './draft';
import { driverText, driverUnit, usedText } from './drivers';
import { endsOf, shownEnd, sureOf } from './sure';

const input = (name: string, label: string, otherwise: string | null = null): InputView => ({
  name,
  label,
  unit: 'share',
  note: '',
  default: otherwise,
});
const model = (name: ModelView['model'], more: Partial<ModelView> = {}): ModelView => ({
  model: name,
  label: name,
  note: '',
  has_total: false,
  figures_label: null,
  inputs: [],
  ...more,
});
const linear = model('linear', { has_total: true });
const funnel = model('funnel', { inputs: [input('reach', 'Reach'), input('rate', 'Become leads', '0')] });
const typed = model('typed', { figures_label: 'Expected in each month' });
const seasonal = model('seasonal', { figures_label: 'Last year', inputs: [input('growth', 'Growth', '0%')] });

const form = (more: Partial<ProjectionForm> = {}): ProjectionForm => ({
  exists: true,
  unit: 'money',
  from: '2026-02',
  months: 3,
  model: 'linear',
  total: '1200',
  low: '70%',
  high: '135%',
  distribution: null,
  inputs: [],
  figures: [],
  models: [linear, funnel, typed, seasonal],
  drivers: [],
  needs_expected: false,
  base: { from: null, months: null, model: null, total: null, low: null, high: null },
  ...more,
});

describe('what is asked of the core', () => {
  it('is what was set, when nothing was typed', () => {
    expect(requestOf(draftOf(form()), linear, 'm', 'revenue')).toEqual({
      motion: 'm',
      metric: 'revenue',
      from: '2026-02',
      months: 3,
      model: 'linear',
      total: '1200',
      low: '70%',
      high: '135%',
      inputs: [],
      figures: [],
    });
  });

  it('begins with a doubt where nothing is set', () => {
    const { low, high } = draftOf(form({ exists: false, total: '', low: '', high: '' }));
    expect([low, high]).toEqual(['75%', '125%']);
  });

  it('has the inputs of its model only: a number, a range, a shared figure', () => {
    const told = [
      { name: 'reach', value: '2000', low: '', high: '', distribution: null, driver: null, base: null },
      { name: 'rate', value: '7%', low: '5%', high: '9%', distribution: null, driver: null, base: '8%' },
    ];
    const draft = draftOf(form({ model: 'funnel', low: '', high: '', inputs: told }));
    const asked = requestOf(draft, funnel, 'm', 'revenue');
    expect(asked.inputs).toEqual([
      { name: 'reach', value: '2000', low: '', high: '' },
      { name: 'rate', value: '7%', low: '5%', high: '9%' },
    ]);
    expect(asked).not.toHaveProperty('total');
    expect(asked).not.toHaveProperty('low');

    const rate = draft.inputs['funnel']?.['rate'];
    if (!rate) throw new Error('The funnel has a rate.');
    rate.ranged = false;
    expect(requestOf(draft, funnel, 'm', 'revenue').inputs?.[1]).toEqual({
      name: 'rate',
      value: '7%',
      low: '',
      high: '',
    });
    rate.driver = 'd';
    expect(requestOf(draft, funnel, 'm', 'revenue').inputs?.[1]).toEqual({ name: 'rate', driver: 'd' });
  });

  it('has the figures of its months only', () => {
    const figures = ['2026-02', '2026-04', '2026-09'].map((month) => ({ month, value: '5', base: null }));
    const draft = draftOf(form({ model: 'typed', figures }));
    expect(requestOf(draft, typed, 'm', 'revenue').figures?.map(({ month }) => month)).toEqual(['2026-02', '2026-04']);
  });
});

it('takes one year of last year, and no month where the count is none', () => {
  const long = draftOf(form({ model: 'seasonal', months: 30 }));
  expect(monthsTyped(long)).toHaveLength(12);
  expect(monthsTyped({ ...long, months: 'x' })).toEqual([]);
});

it.each([
  ['a target', form(), linear, true],
  ['no target', form({ total: ' ' }), linear, false],
  ['no reach', form({ model: 'funnel' }), funnel, false],
  ['no month', form({ model: 'typed' }), typed, false],
  ['one month', form({ model: 'typed', figures: [{ month: '2026-03', value: '4', base: null }] }), typed, true],
])('with %s it can be drawn or not', (_, of, by, expected) => {
  expect(isComplete(draftOf(of), by)).toBe(expected);
});

it('asks how sure of a whole, and leaves the doubt of inputs to them', () => {
  const none = draftOf(form({ low: '', high: '' }));
  expect([linear, typed, funnel].map((each) => doubtsWhole(none, each))).toEqual([true, true, false]);
  expect(doubtsWhole(draftOf(form()), funnel)).toBe(false);
  expect(doubtsWhole(draftOf(form({ model: 'funnel' })), funnel)).toBe(true);
});

it.each([
  ["Become leads: '1x' is no figure: write digits.", funnel, 'rate'],
  ['Reach is missing: give a number or a range.', funnel, 'reach'],
  ["'1200' is no amount: write digits.", linear, 'total'],
  ["'70%' is no part of what is projected.", linear, 'low'],
  ['A projection spans 1 to 120 months, not 0.', linear, 'months'],
  ['A range goes from low over what is expected to high.', linear, null],
])('knows the field that “%s” is about', (message, by, expected) => {
  expect(culprit(message, draftOf(form()), by)).toBe(expected);
});

it('pastes a column or a row of a spreadsheet from a month on', () => {
  const months = ['2026-01', '2026-02', '2026-03'];
  const expected = [
    ['2026-02', '1'],
    ['2026-03', '2'],
  ];
  expect(pastedMonths([['1', '2', '3']], months, '2026-02')).toEqual(expected);
  expect(pastedMonths([['1', 'x'], ['2'], ['3']], months, '2026-02')).toEqual(expected);
});

describe('how sure', () => {
  it.each([
    ['money', '1000', '90%', '110%', 'very'],
    ['count', '', '75%', '125%', 'fairly'],
    ['money', '1000', '50%', '150%', 'rough'],
    ['money', '1000', '', '', 'own'],
    ['percent', '12%', '10.8%', '13.2%', 'very'],
    ['percent', '12%', '90%', '110%', 'own'],
  ] as const)('of %s %s from %s to %s is %s', (unit, total, low, high, expected) => {
    expect(sureOf(unit, total, { low, high })).toBe(expected);
    if (expected !== 'own') expect(endsOf(unit, total, expected)).toEqual({ low, high });
  });

  it('tells the ends of a share as shares', () => {
    expect(shownEnd({ unit: 'percent', total: '12%' }, '90%')).toBe('10.8%');
    expect(shownEnd({ unit: 'money', total: '12' }, '90%')).toBe('90%');
    expect(shownEnd({ unit: 'percent', total: '12%' }, '')).toBe('');
  });
});

it('says what a shared figure is', () => {
  expect(driverText({ value: '20%', low: '', high: '' })).toBe('20%');
  expect(driverText({ value: '20%', low: '15%', high: '' })).toBe('20%, between 15% and 20%');
  expect([0, 1, 3].map(usedText)).toEqual([
    'No projection uses it yet.',
    'One projection follows it.',
    '3 projections follow it, and change with it.',
  ]);
  expect([driverUnit('metric', 'score'), driverUnit('growth', 'money')]).toEqual(['score', 'percent']);
});
