/** Notes in Markdown as a tree that is painted element by element: no HTML is ever made of them. Pure. */

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'emphasis'; children: Inline[] }
  | { type: 'code'; text: string }
  /** Shown, not followed: nothing here opens a connection. */
  | { type: 'link'; children: Inline[]; address: string };

export type Block =
  | { type: 'heading'; level: 1 | 2 | 3; children: Inline[] }
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'list'; ordered: boolean; items: { done: boolean | null; children: Inline[] }[] }
  | { type: 'quote'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'rule' };

const FENCE = /^```/;
const HEADING = /^(#{1,3})\s+(.*)$/;
const RULE = /^(?:-{3,}|\*{3,}|_{3,})\s*$/;
const ITEM = /^\s*(?:([-*+])|(\d{1,9})[.)])\s+(?:\[([ xX])\]\s+)?(.*)$/;
const QUOTE = /^>\s?(.*)$/;

export function parsed(text: string): Block[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = HEADING.exec(line);
    if (line.trim() === '') at += 1;
    else if (FENCE.test(line)) {
      const end = lines.findIndex((each, index) => index > at && FENCE.test(each));
      const last = end < 0 ? lines.length : end;
      blocks.push({ type: 'code', text: lines.slice(at + 1, last).join('\n') });
      at = last + 1;
    } else if (heading) {
      const level = Math.min(3, heading[1]?.length ?? 1) as 1 | 2 | 3;
      blocks.push({ type: 'heading', level, children: inline(heading[2] ?? '') });
      at += 1;
    } else if (RULE.test(line)) {
      blocks.push({ type: 'rule' });
      at += 1;
    } else if (ITEM.test(line)) at = list(lines, at, blocks);
    else if (QUOTE.test(line)) {
      const end = run(lines, at, (each) => QUOTE.test(each));
      const words = lines.slice(at, end).map((each) => QUOTE.exec(each)?.[1] ?? '');
      blocks.push({ type: 'quote', children: inline(words.join('\n')) });
      at = end;
    } else {
      const end = run(lines, at, (each) => each.trim() !== '' && !starts(each));
      blocks.push({ type: 'paragraph', children: inline(lines.slice(at, Math.max(end, at + 1)).join('\n')) });
      at = Math.max(end, at + 1);
    }
  }
  return blocks;
}

function starts(line: string): boolean {
  return FENCE.test(line) || HEADING.test(line) || RULE.test(line) || ITEM.test(line) || QUOTE.test(line);
}

function run(lines: readonly string[], from: number, holds: (line: string) => boolean): number {
  let end = from;
  while (end < lines.length && holds(lines[end] ?? '')) end += 1;
  return end;
}

function list(lines: readonly string[], from: number, blocks: Block[]): number {
  const ordered = ITEM.exec(lines[from] ?? '')?.[2] !== undefined;
  const same = (line: string): boolean => {
    const item = ITEM.exec(line);
    return item !== null && (item[2] !== undefined) === ordered;
  };
  const end = run(lines, from, same);
  const items = lines.slice(from, end).map((line) => {
    const item = ITEM.exec(line);
    const box = item?.[3];
    return { done: box === undefined ? null : box !== ' ', children: inline(item?.[4] ?? '') };
  });
  blocks.push({ type: 'list', ordered, items });
  return end;
}

const LINK = /^\[([^\]\n]{1,500})\]\(([^()\s]{1,2000})\)/;
const BARE = /^https?:\/\/[^\s<>"]{1,2000}/;
const MARK = /[*_`[\\]|https?:\/\//;

/** Marks inside a line. What is not closed is plain text. */
export function inline(text: string, depth = 0): Inline[] {
  const out: Inline[] = [];
  const say = (words: string): void => {
    const last = out.at(-1);
    if (words === '') return;
    if (last?.type === 'text') last.text += words;
    else out.push({ type: 'text', text: words });
  };
  let rest = text;
  let before = '';
  while (rest !== '') {
    const at = depth > 6 ? -1 : rest.search(MARK);
    if (at < 0) {
      say(rest);
      break;
    }
    say(rest.slice(0, at));
    if (at > 0) before = rest.charAt(at - 1);
    rest = rest.slice(at);
    // An underscore inside a word is a letter of it.
    const inWord = rest.startsWith('_') && /[\p{L}\p{N}]/u.test(before);
    const found = inWord ? null : marked(rest, depth);
    if (!found) {
      before = rest.charAt(0);
      say(before);
      rest = rest.slice(1);
    } else {
      before = rest.charAt(found.length - 1);
      if (found.node.type === 'text') say(found.node.text);
      else out.push(found.node);
      rest = rest.slice(found.length);
    }
  }
  return out;
}

function marked(text: string, depth: number): { node: Inline; length: number } | null {
  if (text.startsWith('\\') && /^\\[\\`*_[\]()#>+.!-]/.test(text))
    return { node: { type: 'text', text: text.charAt(1) }, length: 2 };
  const bare = BARE.exec(text)?.[0].replace(/[.,;:!?)]+$/, '');
  if (bare)
    return { node: { type: 'link', address: bare, children: [{ type: 'text', text: bare }] }, length: bare.length };
  const link = LINK.exec(text);
  if (link) {
    const [whole, words = '', address = ''] = link;
    return { node: { type: 'link', address, children: inline(words, depth + 1) }, length: whole.length };
  }
  const code = /^`([^`\n]+)`/.exec(text);
  if (code) return { node: { type: 'code', text: code[1] ?? '' }, length: code[0].length };
  for (const [mark, type] of [
    ['**', 'strong'],
    ['__', 'strong'],
    ['*', 'emphasis'],
    ['_', 'emphasis'],
  ] as const) {
    if (!text.startsWith(mark) || /^\s/.test(text.slice(mark.length))) continue;
    const end = text.indexOf(mark, mark.length + 1);
    if (end < 0 || /\s$/.test(text.slice(0, end))) continue;
    return { node: { type, children: inline(text.slice(mark.length, end), depth + 1) }, length: end + mark.length };
  }
  return null;
}
