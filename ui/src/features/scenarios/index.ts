export { compareScenarios, scenarioActions } from './actions';
export { default as ScenarioDialogs } from './ScenarioDialogs.svelte';
export { default as ScenarioMenu } from './ScenarioMenu.svelte';
