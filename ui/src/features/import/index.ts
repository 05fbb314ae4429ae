export { importActions } from './actions';
export { assistant } from './assistant.svelte';
export { default as ImportAssistant } from './ImportAssistant.svelte';
