import { expect, it } from 'vitest';
import { extentKey, extentOf, optionsOf, withOption } from './options';

it('offers what a section can show, with what it shows now', () => {
  const told = optionsOf({
    map: { extent: 'whole', legend: true, details: false, unplaced: true, readings: true, partners: false },
  });
  expect(told.map(({ key, control, value }) => [key, control.by, value])).toEqual([
    ['extent', 'view', 'whole'],
    ['legend', 'check', true],
    ['details', 'check', false],
    ['unplaced', 'check', true],
    ['readings', 'check', true],
    ['partners', 'check', false],
  ]);
  expect(optionsOf({ cover: {} })).toEqual([]);
});

it('changes one option and keeps the others', () => {
  const changed = withOption({ profiles: { of: 'strategic', aspects: true } }, 'of', 'everyone');
  expect(changed).toEqual({ profiles: { of: 'everyone', aspects: true } });
});

it.each([['whole' as const], [{ view: '0198' }], [{ by: 'tier' as const }]])('finds %j again by its key', (extent) => {
  expect(extentOf(extentKey(extent))).toEqual(extent);
});
