import { ApiError } from '../../api/errors';

/** Largest file that the core takes as a logo. */
export const LOGO_BYTES_MAX = 1024 * 1024;

export function tooLarge(): ApiError {
  return new ApiError({
    code: 'refused',
    message: 'This picture is larger than 1 MB: the logo stays as it was. Make it smaller and choose it again.',
    detail: '',
  });
}

/** A file's bytes as the core takes them. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let letters = '';
  for (let at = 0; at < bytes.length; at += 8192) letters += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(letters);
}
