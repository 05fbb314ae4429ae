import type { Action } from '../../actions';
import { navigation } from '../../shared/navigation.svelte';
import { choice } from './outcomes.svelte';

const onScreen = (): boolean => navigation.screen === 'outcomes';

export const outcomesActions: readonly Action[] = [
  {
    id: 'outcomes.cumulative',
    label: 'Switch months and cumulative',
    group: 'View',
    shortcut: 'C',
    screen: 'outcomes',
    enabled: onScreen,
    run: () => void (choice.cumulative = !choice.cumulative),
  },
  {
    id: 'outcomes.previous_month',
    label: 'Previous month of the chart',
    group: 'View',
    shortcut: '[',
    screen: 'outcomes',
    hidden: true,
    enabled: onScreen,
    run: () => choice.step(-1),
  },
  {
    id: 'outcomes.next_month',
    label: 'Next month of the chart',
    group: 'View',
    shortcut: ']',
    screen: 'outcomes',
    hidden: true,
    enabled: onScreen,
    run: () => choice.step(1),
  },
];
