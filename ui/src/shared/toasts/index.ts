export { attempt, say, sayError } from './toasts';
