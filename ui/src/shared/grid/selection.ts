/** Which rows are selected: never changed, always made anew. Pure. */

export function selection<Id>(ids: Iterable<Id> = []): ReadonlySet<Id> {
  return new Set(ids);
}

/** The same with one more row, or without it. */
export function withRow<Id>(selected: ReadonlySet<Id>, id: Id, on: boolean): ReadonlySet<Id> {
  const others = [...selected].filter((other) => other !== id);
  return new Set(on ? [...others, id] : others);
}
