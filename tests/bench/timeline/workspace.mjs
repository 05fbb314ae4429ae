// The sample with 500 motions, 10,000 tasks, 1,500 milestones and 300 dependencies; the same each time.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const MOTIONS = 500;
export const TASKS = 10_000;
const MILESTONES = 3;
const DAY = 86_400_000;
const STATUSES = ['idea', 'draft', 'proposed', 'agreed', 'running', 'running', 'running', 'paused', 'done'];
const WHAT = ['Report', 'Roadshow', 'Launch', 'Referral circle', 'Enablement track', 'Benchmark', 'Campaign'];
const WHERE = ['Nordics', 'DACH', 'Benelux', 'Iberia', 'Baltics', 'Midlands', 'Riviera'];

/** Writes the workspace into `folder` with the command line at `program`; answers its path. */
export function workspace(program, folder, today) {
  const [sample, file] = [join(folder, 'sample.ecotone'), join(folder, 'motions.ecotone')];
  const run = (...args) =>
    execFileSync(program, ['--today', today, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  run('new', sample, '--template', 'sample');
  run('export', sample, 'workspace', '--out', `${sample}.json`);
  const whole = JSON.parse(readFileSync(`${sample}.json`, 'utf8'));
  grow(whole.workspace);
  writeFileSync(`${file}.json`, JSON.stringify(whole));
  run('new', file, '--from', `${file}.json`);
  return file;
}

function grow(workspace) {
  let seed = 20260618;
  const next = (below) => (seed = (seed * 48271) % 2147483647) % below;
  let ids = 0;
  const id = () => `0f000000-0000-7000-8000-${(ids += 1).toString(16).padStart(12, '0')}`;
  const day = (number) => new Date(Date.UTC(2026, 0, 1) + number * DAY).toISOString().slice(0, 10);
  const [task] = workspace.tasks;
  const partners = workspace.motion_partners.map(({ organization }) => organization);
  const made = [];
  while (workspace.motions.length < MOTIONS) {
    const number = workspace.motions.length;
    const [start, length] = [next(700), 30 + next(200)];
    const motion = {
      ...workspace.motions[number % 12],
      id: id(),
      name: `${WHERE[next(7)]} ${WHAT[next(7)]} ${number}`,
      status: STATUSES[next(STATUSES.length)],
      start: day(start),
      end: day(start + length),
      active: true,
    };
    workspace.motions.push(motion);
    made.push({ motion, start, length });
    workspace.motion_partners.push({
      motion: motion.id,
      organization: partners[next(partners.length)],
      role: '',
    });
  }
  for (let left = TASKS - workspace.tasks.length; left > 0; left -= 1) {
    const { motion, start, length } = made[left % made.length];
    const [from, days] = [start + next(length), 2 + next(20)];
    workspace.tasks.push({
      ...task,
      id: id(),
      motion: motion.id,
      name: `Step ${left}`,
      start: day(from),
      due: day(Math.min(from + days, start + length)),
      done: next(3) === 0,
    });
  }
  for (const { motion, start, length } of made) {
    for (let turn = 0; turn < MILESTONES; turn += 1) {
      const date = day(start + Math.floor((length * (turn + 1)) / (MILESTONES + 1)));
      workspace.milestones.push({
        id: id(),
        motion: motion.id,
        name: WHAT[next(7)],
        date,
        reached: next(2) === 0,
      });
    }
  }
  // Only on what ends before, so that no dependency is broken and none closes a circle.
  for (let turn = 0; turn < 3000 && workspace.dependencies.length < 300; turn += 1) {
    const [a, b] = [made[next(made.length)], made[next(made.length)]];
    if (a.start + a.length < b.start)
      workspace.dependencies.push({
        id: id(),
        motion: b.motion.id,
        after: a.motion.id,
      });
  }
}
