/** The same set with `value` where it was not, or without it where it was. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  return set.has(value) ? new Set([...set].filter((other) => other !== value)) : new Set([...set, value]);
}
