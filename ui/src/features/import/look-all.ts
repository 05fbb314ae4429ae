import { call } from '../../api/client';
import type { ImportLook, ImportNoun, ImportOpened, ImportOptions } from '../../api/generated';
import { NOUNS, silent } from './options';

/** The file seen as each kind of rows; refused only where it can be seen as none of them. */
export async function lookAll(
  { handle }: ImportOpened,
  { encoding, delimiter }: ImportOptions,
): Promise<Map<ImportNoun, ImportLook>> {
  const looks = new Map<ImportNoun, ImportLook>();
  let refusal: unknown = null;
  for (const { value } of NOUNS) {
    const options = { ...silent(value), encoding, delimiter };
    const request = { handle, job: crypto.randomUUID(), options, without_rejects: false };
    await call('import_look', request).then(
      (look) => looks.set(value, look),
      (thrown: unknown) => (refusal ??= thrown),
    );
  }
  if (looks.size === 0) throw refusal;
  return looks;
}
