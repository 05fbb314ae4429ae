import ChartLine from '@lucide/svelte/icons/chart-line';
import type { Feature } from '../../actions';
import { outcomesActions } from './actions';
import View from './View.svelte';

export const outcomesFeature: Feature = {
  screen: 'outcomes',
  label: 'Outcomes',
  icon: ChartLine,
  View,
  actions: outcomesActions,
};
