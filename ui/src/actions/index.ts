export { GROUPS, type Action, type Feature, type Group } from './action';
export { bindActions, isCovered, runAction, runById } from './dispatch';
export { registry } from './registry.svelte';
