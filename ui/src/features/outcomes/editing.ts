import type { Action } from '../../actions';
import { navigation } from '../../shared/navigation.svelte';
import { workspace } from '../../shared/workspace.svelte';
import { actuals } from './actuals/shown.svelte';
import { opened } from './dialogs.svelte';
import { choice } from './outcomes.svelte';
import { projectionEditor } from './projection/editor.svelte';

const onMotion = (): boolean => navigation.screen === 'outcomes' && choice.motion !== null;
const onWorkspace = (): boolean => workspace.state !== null;

/** What is typed rather than looked at. */
export const editingActions: readonly Action[] = [
  {
    id: 'outcomes.project',
    label: 'Set the projection of this motion',
    group: 'Outcomes',
    screen: 'outcomes',
    enabled: onMotion,
    run: () => {
      if (choice.motion) projectionEditor.open(choice.motion, choice.metric?.key);
    },
  },
  {
    id: 'outcomes.actuals',
    label: 'Type the actuals of this motion',
    group: 'Outcomes',
    screen: 'outcomes',
    enabled: onMotion,
    run: () => {
      if (choice.motion) actuals.open({ motion: choice.motion });
    },
  },
  {
    id: 'outcomes.trust',
    label: 'Whose figures to trust',
    group: 'Outcomes',
    enabled: onWorkspace,
    run: () => void (opened.dialog = 'trust'),
  },
  {
    id: 'outcomes.metrics',
    label: 'Metrics and how they are counted',
    group: 'Outcomes',
    enabled: onWorkspace,
    run: () => void (opened.dialog = 'metrics'),
  },
  {
    id: 'outcomes.simulation',
    label: 'How the plan is simulated',
    group: 'Outcomes',
    enabled: onWorkspace,
    run: () => void (opened.dialog = 'simulation'),
  },
  {
    id: 'outcomes.rates',
    label: 'Exchange rates',
    group: 'Outcomes',
    enabled: onWorkspace,
    run: () => void (opened.dialog = 'rates'),
  },
];
