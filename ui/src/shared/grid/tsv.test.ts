import { expect, it } from 'vitest';
import { HOSTILE } from './hostile.fixture';
import { cellsAsText, cellsIn } from './tsv';

it.each<[string, string[][]]>([
  ['', []],
  ['a', [['a']]],
  [
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a\t\nb\tc',
    [
      ['a', ''],
      ['b', 'c'],
    ],
  ],
  ['"two\nlines"\t"say ""hi"""', [['two\nlines', 'say "hi"']]],
  ['5" pipe\tb', [['5" pipe', 'b']]],
  ['"not closed\tb', [['"not closed', 'b']]],
  ["'=1+1\t'quoted'", [['=1+1', "'quoted'"]]],
  ['\tb', [['', 'b']]],
])('reads %j', (text, cells) => {
  expect(cellsIn(text)).toEqual(cells);
});

it('writes what it reads, and nothing that a spreadsheet would run', () => {
  const lines = HOSTILE.map((name, index) => [name, String(index - 2), '=HYPERLINK("x")']);
  const text = cellsAsText(lines);
  expect(cellsIn(text)).toEqual(lines);
  expect(text).not.toMatch(/(^|[\t\n])"?[=@]/);
});
