import Waypoints from '@lucide/svelte/icons/waypoints';
import type { Feature } from '../../actions';
import { actions } from './actions';
import View from './View.svelte';

export { default as FilterChips } from './views/FilterChips.svelte';
export { viewing } from './views/viewing.svelte';
export { themeSeen } from './theme.svelte';
export { look } from './views/look.svelte';
export { View, actions };
export const mapFeature: Feature = { screen: 'map', label: 'Map', icon: Waypoints, View, actions };
