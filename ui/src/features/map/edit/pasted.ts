/** Names in what a person pasted or typed: one on each line, as from a list, a mail or a spreadsheet's column. Pure. */

/** A line's first cell; list marks and quotes around it are no part of a name. */
const MARK = /^(?:[-*•‣▪◦–—·]|\d{1,4}[.)])\s+/u;
const LINES = /\r\n|[\n\r\u0085\u2028\u2029]/u;
const QUOTED = /^"((?:[^"]|"")*)"$/u;
const LONGEST = 10_000;
/** What cannot be in a name: control characters, and marks that turn the direction of all that follows. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** One name for each line that holds one, in their order, repeated ones too. */
export function namesIn(text: string): string[] {
  return text.split(LINES).flatMap((line) => {
    const name = nameOf(line);
    return name === '' ? [] : [name];
  });
}

/** Whether the text is a list rather than a name. */
export function isList(text: string): boolean {
  return namesIn(text).length > 1;
}

function nameOf(line: string): string {
  const [cell = ''] = line
    .split('\t')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const bare = cell.replace(MARK, '');
  const inside = QUOTED.exec(bare)?.[1]?.replaceAll('""', '"') ?? bare;
  return inside.replace(UNSEEN, '').replace(/\s+/gu, ' ').trim().slice(0, LONGEST);
}

/** A wish sounds like one: "a payment partner in DACH". */
export function soundsLikeWish(name: string): boolean {
  return /^(?:an?|some|another)\s+\p{Ll}[\p{L}\s-]+/u.test(name.trim());
}

/** What became of a list, in a sentence: "Added 27. 3 of 30 were already there: A, B and C." */
export function outcome(answer: {
  added: readonly { name: string }[];
  already: readonly { name: string }[];
  repeated: number;
  refused: readonly string[];
}): string {
  const { added, already, repeated, refused } = answer;
  const total = added.length + already.length + repeated + refused.length;
  const said: string[] = [];
  const [first] = added;
  if (first) said.push(added.length === 1 ? `Added ${first.name}.` : `Added ${added.length} partners.`);
  if (already.length > 0) {
    const names = listed(already.map(({ name }) => name));
    said.push(
      total === 1
        ? `${names} is already there.`
        : `${already.length} of ${total} ${were(already.length)} already there: ${names}.`,
    );
  }
  if (repeated > 0) said.push(`${repeated} ${repeated === 1 ? 'line' : 'lines'} repeated another.`);
  if (refused.length > 0) said.push(`Left out: ${refused.slice(0, SHOWN).join(' ')}`);
  return said.join(' ');
}

const SHOWN = 3;

function were(count: number): string {
  return count === 1 ? 'was' : 'were';
}

function listed(names: readonly string[]): string {
  if (names.length > SHOWN + 1) return `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more`;
  const last = names[names.length - 1] ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
