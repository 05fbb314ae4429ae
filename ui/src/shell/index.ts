export { default as Shell } from './Shell.svelte';
