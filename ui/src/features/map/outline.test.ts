import { describe, expect, it } from 'vitest';
import type { OutlineGroup } from '../../api/generated';
import { flattened, stepFrom, type OutlineKey } from './outline';

function group(kind: string, ...ids: string[]): OutlineGroup {
  const partners = ids.map((id) => ({
    id,
    name: id,
    character: 'unknown' as const,
    relationships: '',
    placeholder: false,
  }));
  return { kind, name: kind, partners };
}

const groups = [group('brand', 'a', 'b'), group('tech', 'c'), group('reseller')];
const unfolded = new Set(['brand']);
const lines = flattened(groups, unfolded);

it('shows the partners of unfolded kinds only', () => {
  expect(lines.map((line) => line.key)).toEqual(['brand', 'a', 'b', 'tech', 'reseller']);
});

describe('stepFrom', () => {
  it.each<[string, OutlineKey, { to?: string; fold?: boolean }]>([
    ['brand', 'ArrowDown', { to: 'a' }],
    ['brand', 'ArrowUp', {}],
    ['brand', 'ArrowLeft', { fold: false }],
    ['brand', 'ArrowRight', { to: 'a' }],
    ['b', 'ArrowDown', { to: 'tech' }],
    ['b', 'ArrowLeft', { to: 'brand' }],
    ['b', 'ArrowRight', {}],
    ['tech', 'ArrowRight', { fold: true }],
    ['tech', 'ArrowLeft', {}],
    ['a', 'End', { to: 'reseller' }],
    ['a', 'Home', { to: 'brand' }],
  ])('from %s %s: %o', (from, key, expected) => {
    const line = lines.find((each) => each.key === from);
    expect(line && stepFrom(lines, line, key, unfolded)).toEqual(expected);
  });
});
