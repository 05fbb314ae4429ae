/** What is done to scenarios; a refusal is said where it happens. */

import { call } from '../../api/client';
import type {
  OrganizationId,
  ScenarioDifferenceView,
  ScenarioGraduate,
  ScenarioId,
  SolveApply,
} from '../../api/generated';
import { countText } from '../../shared/format';
import { attempt } from '../../shared/toasts';
import { workspace } from '../../shared/workspace.svelte';
import { sayUndoable } from '../partners';
import { opened } from './opened.svelte';

/** The scenario that applies in this window; none is Expected. It is no step. */
export async function chooseScenario(scenario: ScenarioId | null): Promise<void> {
  const state = await attempt(() => call('scenario_choose', { scenario }));
  if (state) workspace.show(state);
}

/** Makes a scenario as Expected is, or as another one is, and chooses it. */
export async function addScenario(name: string, from: ScenarioId | null): Promise<boolean> {
  const id = await added(name, from);
  if (id === undefined) return false;
  sayUndoable(`Added the scenario ${name}`);
  return true;
}

async function added(name: string, from: ScenarioId | null = null): Promise<ScenarioId | undefined> {
  const done = await attempt(() => call('scenario_add', { name, ...(from === null ? {} : { from }) }));
  if (!done) return undefined;
  await chooseScenario(done.id);
  opened.scenario = done.id;
  return done.id;
}

export async function renameScenario(scenario: ScenarioId, name: string): Promise<void> {
  await attempt(() => call('scenario_rename', { scenario, name }));
}

export async function moveScenario(scenario: ScenarioId, position: number): Promise<void> {
  await attempt(() => call('scenario_move', { scenario, position }));
}

export async function removeScenario(scenario: ScenarioId, name: string): Promise<void> {
  const done = await attempt(() => call('scenario_remove', { scenario }));
  if (done) sayUndoable(`Removed the scenario ${name}`);
}

export async function promoteScenario(scenario: ScenarioId, name: string): Promise<boolean> {
  const done = await attempt(() => call('scenario_promote', { scenario }));
  if (!done) return false;
  if (opened.scenario === scenario) opened.scenario = null;
  sayUndoable(`Promoted ${name} to Expected`);
  return true;
}

export async function resetDifferences(scenario: ScenarioId, rows: readonly ScenarioDifferenceView[]): Promise<void> {
  const done = await attempt(() => call('scenario_reset', { scenario, differences: rows.map(({ id }) => id) }));
  const what = rows.length === 1 ? (rows[0]?.what ?? '') : countText(rows.length, 'difference');
  if (done) sayUndoable(`As in Expected again: ${what}`);
}

/** Without a scenario, in a new one of that name: two steps, taken back together. */
async function within(
  scenario: ScenarioId | null,
  name: string,
  said: string,
  work: (scenario: ScenarioId) => Promise<unknown>,
): Promise<boolean> {
  const into = scenario ?? (await added(free(name)));
  if (into === undefined) return false;
  const done = await attempt(() => work(into));
  if (done === undefined) return false;
  sayUndoable(said, scenario === null ? 2 : 1);
  return true;
}

export function losePartners(
  scenario: ScenarioId | null,
  organizations: OrganizationId[],
  names: string,
): Promise<boolean> {
  return within(scenario, `Lose ${names}`, `Lost ${names}`, (into) =>
    call('scenario_lose', { scenario: into, organizations }),
  );
}

export function graduatePartners(
  scenario: ScenarioId | null,
  { organizations, motions_on }: Omit<ScenarioGraduate, 'scenario'>,
): Promise<boolean> {
  const said = `Graduated ${countText(organizations.length, 'partner')}`;
  return within(scenario, 'Graduate affiliates', said, (into) =>
    call('scenario_graduate', { scenario: into, organizations, motions_on }),
  );
}

export async function applySolved(request: SolveApply, said: string): Promise<boolean> {
  const done = await attempt(() => call('solve_apply', request));
  if (done) sayUndoable(said);
  return done !== undefined;
}

/** A name that no scenario has yet. Names are at most 200 characters long. */
function free(name: string): string {
  const wanted = name.slice(0, 190);
  const taken = new Set(workspace.open.scenarios.map((each) => each.name));
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? wanted : `${wanted} ${number}`;
    if (!taken.has(tried)) return tried;
  }
}
