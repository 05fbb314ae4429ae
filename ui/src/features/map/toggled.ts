/** The same set with `value` where it was not, or without it where it was. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  return set.has(value) ? new Set([...set].filter((other) => other !== value)) : new Set([...set, value]);
}

export const NOBODY: ReadonlySet<string> = new Set();

export function idsOf(nodes: Iterable<{ id: string }>): ReadonlySet<string> {
  return new Set([...nodes].map(({ id }) => id));
}
