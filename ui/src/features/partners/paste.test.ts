import { expect, it } from 'vitest';
import type { CustomFieldView, PartnerRow, WorkspaceState } from '../../api/generated';
import { allColumns, type ColumnShape } from './columns';
import type { Known } from './editing';
import { laid, type Place } from './paste';

const fields: CustomFieldView[] = [
  { key: 'seats', name: 'Seats', kind: 'number', choices: [], audience: 'internal', used: 0 },
];
const known: Known = {
  state: {
    organization_kinds: [
      { key: 'brand', name: 'Brand' },
      { key: 'reseller', name: 'Reseller' },
    ],
    stages: [{ key: 'grow', name: 'Growing', position: 0 }],
    owners: [{ owner: { function: 'sales' }, label: 'Sales lead' }],
  } as unknown as WorkspaceState,
  fields,
  tags: [{ id: 't', name: 'Pilot', used: 1 }],
};
const row = (name: string): PartnerRow =>
  ({
    id: name,
    name,
    kind: 'brand',
    tier: null,
    stage: null,
    owner: null,
    group: null,
    regions: [],
    segments: [],
    tags: [],
    custom: {},
  }) as unknown as PartnerRow;
const rows = [row('Acme'), row('Bolt')];
const columns = allColumns(known.fields);
const at = (id: ColumnShape['id']): Place => ({
  rows,
  all: rows,
  row: 0,
  columns,
  column: columns.findIndex((c) => c.id === id),
});

it('goes down from the cell where there are no names', () => {
  expect(laid(known, [['1', 'growing'], ['Gold', 'Nowhere'], ['3']], at('tier'))).toEqual({
    edits: [
      {
        id: 'Acme',
        changes: [
          { field: 'tier', value: '1' },
          { field: 'stage', value: 'grow' },
        ],
      },
      { id: 'Bolt', changes: [{ field: 'tier', value: 'Gold' }] },
    ],
    new: [],
    refused: ['Line 2: “Nowhere” is no stage here', 'Line 3: there is no row left for it'],
  });
});

it('goes by name where there are names, under headings in any order', () => {
  const lines = [
    ['Owner', 'Name', 'Kind', 'Tags', 'Seats', 'Ignored'],
    ['Sales lead', 'acme', 'Reseller', 'Pilot; New one', '1,250', 'x'],
    ['', 'Zoo', 'Reseller', '', 'many', ''],
    ['', 'zoo', '', '', '', ''],
    ['Sales lead', '', '', '', '', ''],
  ];
  expect(laid(known, lines, at('name'))).toEqual({
    edits: [
      {
        id: 'Acme',
        changes: [
          { field: 'owner', value: { function: 'sales' } },
          { field: 'kind', value: 'reseller' },
          { field: 'tags', value: ['Pilot', 'New one'] },
          { field: 'custom', value: { key: 'seats', value: '1250' } },
        ],
      },
    ],
    new: [{ name: 'Zoo', kind: 'reseller', changes: [] }],
    refused: ['Line 3: “many” is no number', 'Line 4: “zoo” stands there twice', 'Line 5: it has no name'],
  });
});

it('takes names without headings as names', () => {
  const { new: added, edits } = laid(known, [['Bolt'], ['=cmd|x'], ['<img src=x>']], at('name'));
  expect(edits).toEqual([]);
  expect(added.map(({ name, kind }) => [name, kind])).toEqual([
    ['=cmd|x', 'brand'],
    ['<img src=x>', 'brand'],
  ]);
});

it('changes nobody where several partners have the name', () => {
  const twins = [...rows, { ...row('ACME'), id: 'other' }];
  const lines = [
    ['Name', 'Tier'],
    ['acme', 'Gold'],
    ['Bolt', 'Gold'],
  ];
  expect(laid(known, lines, { ...at('name'), all: twins })).toEqual({
    edits: [{ id: 'Bolt', changes: [{ field: 'tier', value: 'Gold' }] }],
    new: [],
    refused: ['Line 2: 2 partners are called “acme”, so it was not pasted'],
  });
});
