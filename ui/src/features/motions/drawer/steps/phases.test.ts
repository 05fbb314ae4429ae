import { describe, expect, it } from 'vitest';
import type { TaskView } from '../../../../api/generated';
import { byPhase, taskBefore } from './phases';

function task(id: string, phase: string | null): TaskView {
  return { id, phase } as TaskView;
}

const phases = [
  { id: 'plan', name: 'Plan' },
  { id: 'run', name: 'Run' },
];

describe('tasks under their phases', () => {
  it.each([
    { tasks: [['a', 'run'], ['b', 'plan']], expected: [['plan', 'b'], ['run', 'a']] }, // prettier-ignore
    { tasks: [['a', null]], expected: [['plan'], ['run'], [null, 'a']] },
    { tasks: [['a', 'of another motion']], expected: [['plan'], ['run'], [null, 'a']] },
    { tasks: [], expected: [['plan'], ['run']] },
  ])('$tasks', ({ tasks, expected }) => {
    const groups = byPhase(
      phases,
      tasks.map(([id, phase]) => task(id ?? '', phase ?? null)),
    );
    expect(groups.map((group) => [group.phase?.id ?? null, ...group.tasks.map((each) => each.id)])).toEqual(expected);
  });

  it('stand alone where there are no phases', () => {
    expect(byPhase([], []).map((group) => group.phase)).toEqual([null]);
  });
});

it.each([
  { id: 'a', to: 1, expected: 'c' },
  { id: 'a', to: 2, expected: null },
  { id: 'c', to: 0, expected: 'a' },
])('$id moved to place $to stands before $expected', ({ id, to, expected }) => {
  const tasks = ['a', 'b', 'c'].map((each) => task(each, null));
  expect(taskBefore(tasks, id, to)).toBe(expected);
});
