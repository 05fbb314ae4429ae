import type { ErrorReply, Refusal } from './generated';

/** A refusal of the Rust core: a sentence for a person, and what lies behind it. */
export class ApiError extends Error {
  readonly code: Refusal;
  readonly detail: string;

  constructor(reply: ErrorReply) {
    super(reply.message);
    this.name = 'ApiError';
    this.code = reply.code;
    this.detail = reply.detail;
  }
}

/** Whatever was thrown, as an {@link ApiError}. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (isErrorReply(thrown)) return new ApiError(thrown);
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return new ApiError({
    code: 'refused',
    message: 'Ecotone could not finish this. What you did before is safe in the file: try again.',
    detail,
  });
}

function isErrorReply(value: unknown): value is ErrorReply {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value && 'detail' in value;
}
