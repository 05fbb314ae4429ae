import type { Character, Glyph, Shape } from '../../api/generated';

/** A partner in one of the small drawn maps of the start screen. */
export interface Sketch {
  x: number;
  y: number;
  r: number;
  kind: SketchKind;
  character: Character;
}

export type SketchKind = 'tech' | 'reseller' | 'brand' | 'affiliate';

export const KINDS: Record<SketchKind, { shape: Shape; glyph: Glyph; color: string }> = {
  tech: { shape: 'rounded_square', glyph: 'plug', color: 'kind-tech' },
  reseller: { shape: 'diamond', glyph: 'store', color: 'kind-reseller' },
  brand: { shape: 'circle', glyph: 'shopping-bag', color: 'kind-brand' },
  affiliate: { shape: 'triangle', glyph: 'megaphone', color: 'kind-affiliate' },
};

const many = (
  kind: SketchKind,
  character: Character,
  places: readonly (readonly [number, number, number])[],
): Sketch[] => places.map(([x, y, r]) => ({ x, y, r, kind, character }));

/** The large map beside the question, in a box of 490 by 395 around us at (242, 198). */
export const HERO: readonly Sketch[] = [
  ...many('tech', 'strategic', [
    [171, 124, 15],
    [205, 128, 13],
    [250, 125, 13],
    [292, 116, 12],
    [324, 123, 11],
    [172, 156, 12],
    [318, 164, 13],
  ]),
  ...many('reseller', 'strategic', [
    [122, 171, 13],
    [168, 195, 15],
    [128, 214, 14],
  ]),
  ...many('brand', 'strategic', [
    [300, 226, 15],
    [335, 206, 13],
    [356, 239, 12],
    [315, 260, 13],
  ]),
  ...many('tech', 'ecotone', [[416, 174, 11]]),
  ...many('reseller', 'ecotone', [
    [76, 151, 12],
    [69, 226, 11],
  ]),
  ...many('brand', 'ecotone', [[381, 282, 11]]),
  ...many('affiliate', 'ecotone', [
    [198, 332, 13],
    [297, 329, 12],
  ]),
  ...many('tech', 'transactional', [
    [86, 44, 9.5],
    [213, 21, 10],
    [288, 21, 9],
    [446, 59, 9.5],
    [472, 178, 9.5],
  ]),
  ...many('reseller', 'transactional', [
    [14, 162, 10],
    [13, 222, 10],
  ]),
  ...many('brand', 'transactional', [
    [468, 249, 11],
    [446, 336, 10],
  ]),
  ...many('affiliate', 'transactional', [
    [26, 291, 11],
    [34, 321, 10],
    [35, 352, 10],
    [71, 350, 11.5],
    [110, 359, 10],
    [143, 367, 9],
    [177, 371, 11],
    [212, 373, 10],
    [246, 375, 11],
    [281, 375, 10],
  ]),
];

const R = 6.5;

/** The small maps of the templates, in a box of 230 by 134 around us at (115, 67). */
export const TEMPLATES: Readonly<Record<string, readonly Sketch[]>> = {
  blank: [],
  saas: [
    ...many('tech', 'strategic', [
      [91, 48, R],
      [137, 48, R],
      [161, 67, R],
    ]),
    ...many('reseller', 'strategic', [[93, 85, R]]),
    ...many('brand', 'strategic', [[137, 86, R]]),
    ...many('reseller', 'ecotone', [[46, 67, 5]]),
    ...many('tech', 'transactional', [
      [37, 23, 5.5],
      [199, 24, 5.5],
    ]),
    ...many('affiliate', 'transactional', [
      [211, 67, 4.8],
      [37, 112, 4.8],
      [192, 112, 4.8],
    ]),
  ],
  ecommerce: [
    ...many('brand', 'strategic', [[86, 84, R]]),
    ...many('affiliate', 'ecotone', [
      [47, 67, 5.2],
      [182, 67, 5.2],
    ]),
    ...many('affiliate', 'transactional', [
      [24, 29, 4.8],
      [45, 20, 4.8],
      [183, 20, 4.8],
      [205, 29, 4.8],
      [24, 104, 4.8],
      [43, 113, 4.8],
      [183, 113, 4.8],
      [205, 105, 4.8],
    ]),
  ],
  reseller: [
    ...many('reseller', 'strategic', [
      [91, 51, R],
      [137, 51, R],
      [141, 82, R],
    ]),
    ...many('reseller', 'ecotone', [
      [47, 67, 5],
      [182, 67, 5],
    ]),
    ...many('tech', 'transactional', [
      [18, 67, 5],
      [211, 67, 5],
    ]),
    ...many('reseller', 'transactional', [
      [32, 24, 5.2],
      [196, 23, 5.2],
      [37, 112, 5.2],
      [196, 111, 5.2],
    ]),
  ],
};
