import { expect, it } from 'vitest';
import type { PartnerChange, PartnerRow } from '../../api/generated';
import { after } from './pending';

const row = { name: 'Acme', tier: '1', stage: null, custom: { seats: '9' }, tags: ['t'] } as unknown as PartnerRow;

it.each<[PartnerChange, Partial<PartnerRow>]>([
  [{ field: 'name', value: 'Apex' }, { name: 'Apex' }],
  [{ field: 'tier', value: ' ' }, { tier: null }],
  [{ field: 'stage', value: 'grow' }, { stage: 'grow' }],
  [{ field: 'custom', value: { key: 'seats', value: null } }, { custom: {} }],
  [{ field: 'custom', value: { key: 'level', value: 'A' } }, { custom: { seats: '9', level: 'A' } }],
  [{ field: 'tags', value: ['New'] }, {}],
])('%o shows at once', (change, shown) => {
  expect(after(row, change)).toEqual({ ...row, ...shown });
  expect(row.custom).toEqual({ seats: '9' });
});
