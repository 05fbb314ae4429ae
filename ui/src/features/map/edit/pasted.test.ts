import { describe, expect, it } from 'vitest';
import { isList, namesIn, outcome, soundsLikeWish } from './pasted';

describe('names in a pasted text', () => {
  it.each([
    ['Acme', ['Acme']],
    ['Acme\nBolt\r\nCore\rDelta\u2028Echo', ['Acme', 'Bolt', 'Core', 'Delta', 'Echo']],
    ['\n\n  Acme  \n \t \nBolt\n', ['Acme', 'Bolt']],
    ['- Acme\n* Bolt\n• Core\n3. Delta\n12) Echo', ['Acme', 'Bolt', 'Core', 'Delta', 'Echo']],
    ['Acme\tbrand\t€12\n\tBolt\treseller', ['Acme', 'Bolt']],
    ['"Acme, Inc."\n"The ""Bolt"""', ['Acme, Inc.', 'The "Bolt"']],
    ['3 Suisses\n1.1.1.1\n-40', ['3 Suisses', '1.1.1.1', '-40']],
    ['=HYPERLINK("x")\n<img src=x onerror=alert(1)>', ['=HYPERLINK("x")', '<img src=x onerror=alert(1)>']],
    ['\u202eevil\u0007bell\ufeff', ['evilbell']],
    ['شركة الشراكة\n株式会社', ['شركة الشراكة', '株式会社']],
    ['Two   words\u00a0here', ['Two words here']],
    ['', []],
  ])('%j holds %j', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it('keeps no name longer than a name may be', () => {
    expect(namesIn('x'.repeat(20_000))[0]).toHaveLength(10_000);
  });

  it('knows a list from a name', () => {
    expect([isList('Acme\n'), isList('Acme\nBolt')]).toEqual([false, true]);
  });
});

it.each([
  ['a payment partner in DACH', true],
  ['an agency', true],
  ['A Better World', false],
  ['Atlas', false],
  ['another reseller', true],
])('“%s” sounds like a wish: %s', (name, expected) => {
  expect(soundsLikeWish(name)).toBe(expected);
});

describe('what became of a list', () => {
  const named = (...names: string[]): { name: string }[] => names.map((name) => ({ name }));
  it.each([
    [{ added: named('Acme'), already: [], repeated: 0, refused: [] }, 'Added Acme.'],
    [{ added: [], already: named('Acme'), repeated: 0, refused: [] }, 'Acme is already there.'],
    [
      {
        added: Array<{ name: string }>(27).fill({ name: 'x' }),
        already: named('A', 'B', 'C'),
        repeated: 0,
        refused: [],
      },
      'Added 27 partners. 3 of 30 were already there: A, B and C.',
    ],
    [
      { added: [], already: named('A', 'B', 'C', 'D', 'E'), repeated: 1, refused: ['“”: a name is empty.'] },
      '5 of 7 were already there: A, B, C and 2 more. 1 line repeated another. Left out: “”: a name is empty.',
    ],
  ])('%o reads “%s”', (answer, expected) => {
    expect(outcome(answer)).toBe(expected);
  });
});
