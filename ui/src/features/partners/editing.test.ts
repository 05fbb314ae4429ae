import { describe, expect, it } from 'vitest';
import type { PartnerChange, PartnerRow, WorkspaceState } from '../../api/generated';
import { changeOf, choicesFor, valueOf, type Known } from './editing';
import type { Column } from './table';

const state = {
  organization_kinds: [
    { key: 'brand', name: 'Brand' },
    { key: 'reseller', name: 'Reseller' },
  ],
  stages: [{ key: 'grow', name: 'Growing', position: 0 }],
  owners: [{ owner: { function: 'sales' }, label: 'Sales lead' }],
} as unknown as WorkspaceState;
const known: Known = {
  state,
  fields: [{ key: 'plan', name: 'Plan', kind: 'choice', choices: ['A', 'B'], audience: 'internal', used: 1 }],
  tags: [],
};

const row = {
  id: 'x',
  name: 'Acme',
  kind: 'brand',
  tier: null,
  stage: 'grow',
  owner: null,
  custom: { plan: 'A' },
} as unknown as PartnerRow;

describe('changeOf', () => {
  it.each<[Column, string, PartnerChange | undefined]>([
    ['name', 'Acme', undefined],
    ['name', '', undefined],
    ['name', 'Apex', { field: 'name', value: 'Apex' }],
    ['kind', 'reseller', { field: 'kind', value: 'reseller' }],
    ['tier', '', undefined],
    ['tier', 'Gold', { field: 'tier', value: 'Gold' }],
    ['stage', '', { field: 'stage', value: null }],
    ['owner', 'function:sales', { field: 'owner', value: { function: 'sales' } }],
    ['depth', '3', undefined],
    ['custom:plan', 'A', undefined],
    ['custom:plan', 'B', { field: 'custom', value: { key: 'plan', value: 'B' } }],
    ['custom:plan', '', { field: 'custom', value: { key: 'plan', value: null } }],
  ])('%s becomes “%s”: %o', (column, value, expected) => {
    expect(changeOf(known, row, column, value)).toEqual(expected);
  });
});

it('offers choices that include what the cell holds', () => {
  for (const column of ['kind', 'stage', 'owner', 'custom:plan'] as const) {
    const values = choicesFor(known, column)?.map((choice) => choice.value);
    expect(values).toContain(valueOf(row, column));
  }
  expect(choicesFor(known, 'name')).toBeUndefined();
});
