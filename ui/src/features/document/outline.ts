import type {
  DocumentFinding,
  DocumentLeftOut,
  Heading,
  Section,
  SectionContent,
  SectionKind,
  SectionPages,
} from '../../api/generated';
import { countText } from '../../shared/format';

/** Of a union of one-key objects: which key a section's content has. */
export function kindOf(content: SectionContent): SectionKind {
  return Object.keys(content)[0] as SectionKind;
}

/** What each section is known by wherever it stands: its kind, and the texts by their number. */
export function keysOf(outline: readonly Section[]): string[] {
  let texts = 0;
  return outline.map(({ content }) => {
    const kind = kindOf(content);
    return kind === 'text' ? `text ${++texts}` : kind;
  });
}

/** The same sections with one at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  const one = list[from];
  const place = Math.max(0, Math.min(rest.length, to));
  return one === undefined ? [...list] : [...rest.slice(0, place), one, ...rest.slice(place)];
}

/** Where one that was at `index` lies after such a move. */
export function placeAfter(index: number, from: number, to: number): number {
  if (index === from) return to;
  const without = index > from ? index - 1 : index;
  return without >= to ? without + 1 : without;
}

/** The pages of each section, in the order of the outline; none of one that is off or has nothing to say. */
export function placesOf(outline: readonly Section[], pages: readonly SectionPages[]): (SectionPages | undefined)[] {
  const texts = pages.filter(({ kind }) => kind === 'text');
  return outline.map(({ on, content }) => {
    if (!on) return undefined;
    const kind = kindOf(content);
    return kind === 'text' ? texts.shift() : pages.find((section) => section.kind === kind);
  });
}

/** Which section a page belongs to: on a shared one, the first. */
export function sectionAt(places: readonly (SectionPages | undefined)[], page: number): number {
  return places.findIndex((place) => place && place.first <= page && page <= place.last);
}

/** "5" or "5 to 8". */
export function pagesText({ first, last }: SectionPages): string {
  return first === last ? String(first) : `${first} to ${last}`;
}

/** What the data says of a section now; none where it says too little. */
export function findingOf(heading: Heading, kind: SectionKind, open: readonly DocumentFinding[]): string | null {
  const told = open.find(({ section }) => section === kind);
  if (told) return told.finding === '' ? null : told.finding;
  if (heading === 'neutral') return null;
  return 'accepted' in heading ? heading.accepted.finding : heading.own.finding;
}

/** What a section is called in the outline. */
export function nameOf(content: SectionContent, names: ReadonlyMap<SectionKind, string>): string {
  if ('text' in content && content.text.title !== '') return content.text.title;
  const kind = kindOf(content);
  return names.get(kind) ?? kind;
}

/** `name`, or with a number where it is taken. */
export function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let number = 2; taken.includes(free); number += 1) free = `${name} ${number}`;
  return free;
}

/** "7 fields, 2 notes left out". */
export function leftOutText({ fields, notes, entries }: DocumentLeftOut): string {
  const counts = [
    fields > 0 && countText(fields, 'field'),
    notes > 0 && countText(notes, 'note'),
    entries > 0 && countText(entries, 'entry', 'entries'),
  ].filter(Boolean);
  return counts.length === 0 ? 'Owners, reasons and the log are left out' : `${counts.join(', ')} left out`;
}
