import { expect, it } from 'vitest';
import { inline, parsed, type Block, type Inline } from './markdown';

/** The tree in few letters: **b**, *i*, `c`, [words|address]. */
function said(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      if (node.type === 'code') return `\`${node.text}\``;
      const inner = said(node.children);
      return node.type === 'link'
        ? `[${inner}|${node.address}]`
        : node.type === 'strong'
          ? `<b ${inner}>`
          : `<i ${inner}>`;
    })
    .join('');
}

it.each([
  ['plain', 'plain'],
  ['**bold** and *slanted*', '<b bold> and <i slanted>'],
  ['__bold *both*__', '<b bold <i both>>'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['snake_case_name', 'snake_case_name'],
  ['(_slanted_)', '(<i slanted>)'],
  ['`**not bold**`', '`**not bold**`'],
  ['[site](https://a.example/x)', '[site|https://a.example/x]'],
  ['see https://a.example.', 'see [https://a.example|https://a.example].'],
  ['[x](javascript:alert)', '[x|javascript:alert]'],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['\\*not slanted\\*', '*not slanted*'],
  ['**open', '**open'],
  ['[open](', '[open]('],
])('%s reads %s', (text, expected) => {
  expect(said(inline(text))).toBe(expected);
});

it('tells blocks apart', () => {
  const shape = (block: Block): string =>
    block.type === 'list'
      ? `${block.ordered ? 'ol' : 'ul'}(${block.items.map((item) => `${item.done ?? ''}${said(item.children)}`).join('|')})`
      : block.type === 'rule'
        ? 'rule'
        : `${block.type}(${block.type === 'code' ? block.text : said(block.children)})`;
  const text = '# Plan\n\nOne\ntwo\n- a\n- [x] b\n1. c\n\n> said\n---\n```\n<b>\n```\nend';
  expect(parsed(text).map(shape)).toEqual([
    'heading(Plan)',
    'paragraph(One\ntwo)',
    'ul(a|trueb)',
    'ol(c)',
    'quote(said)',
    'rule',
    'code(<b>)',
    'paragraph(end)',
  ]);
});

it.each(['[ ', '* ', '`` ', '<'])('keeps every letter of notes full of %j', (mark) => {
  const text = mark.repeat(2_000);
  expect(said(inline(text))).toBe(text);
});
