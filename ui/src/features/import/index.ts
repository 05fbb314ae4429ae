export { importActions } from './actions';
export { assistant, watchDrops } from './assistant.svelte';
export { default as ImportAssistant } from './ImportAssistant.svelte';
