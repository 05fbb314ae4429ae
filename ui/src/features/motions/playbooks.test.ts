import { expect, it } from 'vitest';
import type { PlaybookForm, PlaybookView } from '../../api/generated';
import { offered, whatItBrings } from './playbooks';

function playbook(key: string, built_in: boolean): PlaybookView {
  const lists = {
    phases: ['Plan', 'Run'],
    tasks: [{}, {}, {}],
    milestones: [{}],
    budget: [{}],
    metrics: ['leads', 'odd'],
  };
  return { playbook: { key, ...lists }, built_in, days: 84 } as unknown as PlaybookView;
}

it.each([
  { form: 'light', expected: '1 milestone, 12 weeks. Judged by Leads.' },
  { form: 'full', expected: '2 phases, 3 tasks, 1 milestone, 1 budget line, 12 weeks. Judged by Leads, odd.' },
] satisfies { form: PlaybookForm; expected: string }[])('a playbook brings, $form: $expected', ({ form, expected }) => {
  expect(whatItBrings(playbook('a', true), form, [{ key: 'leads', name: 'Leads' }])).toBe(expected);
});

it.each([
  { playbooks: [playbook('mine', false), playbook('theirs', true)], expected: 'theirs' },
  { playbooks: [playbook('mine', false)], expected: 'mine' },
  { playbooks: [], expected: '' },
])('offers $expected', ({ playbooks, expected }) => {
  expect(offered(playbooks)).toBe(expected);
});
