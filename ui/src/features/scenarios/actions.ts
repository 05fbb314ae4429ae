import type { Action } from '../../actions';
import type { ScenarioId } from '../../api/generated';
import { workspace } from '../../shared/workspace.svelte';
import { opened } from './opened.svelte';

const inWorkspace = (): boolean => workspace.state !== null;
const chosen = (): ScenarioId | null => workspace.state?.scenario ?? null;
const inScenario = (): boolean => chosen() !== null;

/** All scenarios set side by side, over whichever screen it is asked from. */
export const compareScenarios: Action = {
  id: 'scenarios.compare',
  label: 'Compare scenarios',
  group: 'Scenarios',
  enabled: inWorkspace,
  run: () => void (opened.dialog = 'compare'),
};

export const scenarioActions: readonly Action[] = [
  compareScenarios,
  {
    id: 'scenarios.manage',
    label: 'Manage scenarios',
    group: 'Scenarios',
    enabled: inWorkspace,
    run: () => opened.manage(chosen()),
  },
  {
    id: 'scenarios.new',
    label: 'New scenario',
    group: 'Scenarios',
    enabled: inWorkspace,
    run: () => void (opened.ask = { about: 'new' }),
  },
  {
    id: 'scenarios.duplicate',
    label: 'Duplicate this scenario',
    group: 'Scenarios',
    enabled: inScenario,
    run: () => withChosen((scenario) => void (opened.ask = { about: 'duplicate', scenario })),
  },
  {
    id: 'scenarios.promote',
    label: 'Promote this scenario to Expected',
    group: 'Scenarios',
    enabled: inScenario,
    run: () => withChosen((scenario) => void (opened.ask = { about: 'promote', scenario })),
  },
  {
    id: 'scenarios.lose',
    label: 'What if we lose a partner',
    group: 'Scenarios',
    enabled: inWorkspace,
    run: () => void (opened.ask = { about: 'lose', scenario: chosen() }),
  },
  {
    id: 'scenarios.graduate',
    label: 'What if affiliates graduate',
    group: 'Scenarios',
    enabled: inWorkspace,
    run: () => void (opened.ask = { about: 'graduate', scenario: chosen() }),
  },
  {
    id: 'scenarios.solve',
    label: 'What would have to be true',
    group: 'Scenarios',
    enabled: inWorkspace,
    run: () => void (opened.ask = { about: 'solve', scenario: chosen() }),
  },
];

function withChosen(run: (scenario: ScenarioId) => void): void {
  const scenario = chosen();
  if (scenario !== null) run(scenario);
}
