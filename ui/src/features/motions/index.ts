import ChartGantt from '@lucide/svelte/icons/chart-gantt';
import type { Feature } from '../../actions';
import { actions } from './actions';
import View from './View.svelte';

export { default as MotionDialogs } from './MotionDialogs.svelte';
export { View, actions };
export const motionsFeature: Feature = { screen: 'motions', label: 'Motions', icon: ChartGantt, View, actions };
