import { ApiError } from '../../../api/errors';
import { sayError } from '../../../shared/toasts';

/** Says why a typed value was not taken. */
export function sayRefused(why: string): void {
  sayError(new ApiError({ code: 'refused', message: `${why}: it stays as it was.`, detail: '' }));
}
