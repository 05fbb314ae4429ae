export { attempt, say, sayError, sayWritten } from './toasts';
