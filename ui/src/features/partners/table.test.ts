import { describe, expect, it } from 'vitest';
import type { PartnerRow } from '../../api/generated';
import { found, grouped, sorted, type GroupBy, type SortKey, type Vocabulary } from './table';

const words: Vocabulary = {
  kindName: (key) => ({ tech: 'Technology', brand: 'Brand' })[key] ?? key,
  stageName: (key) => key,
  stagePosition: (key) => ['identify', 'recruit', 'active'].indexOf(key),
  ownerLabel: (owner) => ('function' in owner ? `${owner.function} lead` : owner.person),
  tagName: (id) => id,
  custom: (key, value) => ({ text: value, figure: key === 'seats' ? Number(value) : null }),
};

function row(name: string, more: Partial<PartnerRow> = {}): PartnerRow {
  return {
    id: name,
    name,
    kind: 'brand',
    character: 'unknown',
    tier: null,
    stage: null,
    owner: null,
    group: null,
    depth: null,
    lowest: null,
    known: 0,
    lens: [null, null, null, null, null, null],
    placeholder: false,
    sortable: false,
    actual: null,
    fit: null,
    plan: null,
    regions: [],
    segments: [],
    tags: [],
    custom: {},
    active: true,
    base: { active: null, character: null, depth: null },
    ...more,
  };
}

const rows = [
  row('Émile', { depth: 2.5, stage: 'active', actual: 10, tier: '2', character: 'ecotone' }),
  row('apex', { depth: 3.9, stage: 'identify', kind: 'tech', tier: '10', character: 'strategic' }),
  row('Zoo', { actual: 900, owner: { function: 'sales' }, custom: { seats: '9' }, tags: ['pilot'] }),
  row('Bolt', { depth: 2.5, stage: 'recruit', tier: '1', character: 'ecotone', custom: { seats: '10' } }),
];

function order(...keys: SortKey[]): string {
  return sorted(rows, keys, words)
    .map((r) => r.name)
    .join(' ');
}

describe('sorted', () => {
  it.each<[string, SortKey[], string]>([
    ['by name, accents and case aside', [{ column: 'name', descending: false }], 'apex Bolt Émile Zoo'],
    ['by depth from the deepest, unknown last', [{ column: 'depth', descending: true }], 'apex Bolt Émile Zoo'],
    ['by depth from the least, unknown still last', [{ column: 'depth', descending: false }], 'Bolt Émile apex Zoo'],
    ['by stage as the lifecycle goes', [{ column: 'stage', descending: false }], 'apex Bolt Émile Zoo'],
    ['by tier as numbers', [{ column: 'tier', descending: false }], 'Bolt Émile apex Zoo'],
    ['by revenue', [{ column: 'revenue', descending: true }], 'Zoo Émile apex Bolt'],
    [
      'by two keys',
      [
        { column: 'character', descending: true },
        { column: 'name', descending: true },
      ],
      'apex Émile Bolt Zoo',
    ],
    ['by a figure of a custom field', [{ column: 'custom:seats', descending: true }], 'Bolt Zoo apex Émile'],
    ['by nothing but the name', [], 'apex Bolt Émile Zoo'],
  ])('%s', (_, keys, expected) => {
    expect(order(...keys)).toBe(expected);
  });
});

describe('found', () => {
  it.each([
    ['', 4],
    ['emile', 1],
    ['technology', 1],
    ['sales lead', 1],
    ['ecotone brand', 2],
    ['nobody', 0],
  ])('“%s” finds %i', (query, count) => {
    expect(found(rows, query, words)).toHaveLength(count);
  });
});

describe('grouped', () => {
  it.each<[GroupBy, string]>([
    ['stage', 'identify: apex, recruit: Bolt, active: Émile, : Zoo'],
    ['kind', 'Brand: Émile Zoo Bolt, Technology: apex'],
    ['character', 'Strategic: apex, Ecotone: Émile Bolt, Unknown: Zoo'],
    ['custom:seats', '9: Zoo, 10: Bolt, : Émile apex'],
  ])('by %s', (by, expected) => {
    const groups = grouped(rows, by, words).map(({ name, rows }) => `${name}: ${rows.map((r) => r.name).join(' ')}`);
    expect(groups.join(', ')).toBe(expected);
  });
});
