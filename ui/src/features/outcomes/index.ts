import ChartLine from '@lucide/svelte/icons/chart-line';
import type { Feature } from '../../actions';
import { outcomesActions } from './actions';
import { editingActions } from './editing';
import Screen from './Screen.svelte';

export { default as ChartCard } from './charts/ChartCard.svelte';
export { actuals } from './actuals/shown.svelte';
export { default as OutcomesDialogs } from './OutcomesDialogs.svelte';
export { projectionEditor } from './projection/editor.svelte';
export const outcomesFeature: Feature = {
  screen: 'outcomes',
  label: 'Outcomes',
  icon: ChartLine,
  View: Screen,
  actions: [...outcomesActions, ...editingActions],
};
