import { describe, expect, it } from 'vitest';
import type { Owner, WorkspaceState } from '../../api/generated';
import { chosenOwner, kindName, levelOf, ownerChoices, ownerKey, ownerLabel, stageName } from './vocabulary';

const state = {
  organization_kinds: [{ key: 'tech_integration', name: 'Technology' }],
  stages: [{ key: 'grow', name: 'Growing', position: 0 }],
  owners: [
    { owner: { function: 'sales' }, label: 'Sales lead' },
    { owner: { person: 'p1' }, label: 'Ada' },
  ],
} as unknown as WorkspaceState;

it('says keys in the words of the workspace, and unknown keys as they are', () => {
  expect(kindName(state, 'tech_integration')).toBe('Technology');
  expect(kindName(state, 'gone')).toBe('gone');
  expect(stageName(state, 'grow')).toBe('Growing');
  expect(stageName(state, null)).toBeNull();
});

describe('owners', () => {
  it.each<[Owner | null, string | null]>([
    [{ function: 'sales' }, 'Sales lead'],
    [{ person: 'p1' }, 'Ada'],
    [{ person: 'p2' }, 'Somebody'],
    [null, null],
  ])('%o is called %s', (owner, label) => {
    expect(ownerLabel(state, owner)).toBe(label);
  });

  it('come back from the choice that they became', () => {
    for (const { owner } of state.owners) expect(chosenOwner(state, ownerKey(owner))).toEqual(owner);
    expect(chosenOwner(state, '')).toBeNull();
    expect(ownerChoices(state).map((choice) => choice.label)).toEqual(['Unassigned', 'Sales lead', 'Ada']);
  });
});

describe('an aspect is drawn by the bounds of its workspace', () => {
  it.each([
    { value: null, level: 'unknown' },
    { value: 1.4, level: 'hollow' },
    { value: 1.5, level: 'tinted' },
    { value: 3.9, level: 'tinted' },
    { value: 4, level: 'filled' },
  ])('$value: $level', ({ value, level }) => {
    expect(levelOf({ bounds: { lower: 1.5, upper: 4 } }, value)).toBe(level);
  });
});
