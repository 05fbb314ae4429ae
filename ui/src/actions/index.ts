export { GROUPS, type Action, type Feature, type Group } from './action';
export { bindActions, runAction, runById } from './dispatch';
export { registry } from './registry.svelte';
