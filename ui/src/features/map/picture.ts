/** What the painter is given, and what of it is written on the canvas. */

import { boxOf, isShown, wordsOf, type Attention, type Words } from './frame';
import { WORD_FONT, type Look } from './painter';
import { wordsOnLines, type LineWord, type Reading } from './words-on-lines';

/** All that the painter is given: what there is, from where it is seen, and what is looked at. */
export interface Picture extends Look {
  attention: Attention;
  /** What joins the selected partner to others, by relationship. */
  readings: ReadonlyMap<string, Reading>;
  primary: string | null;
  /** Counts how often logos came that were not there before. */
  logos: number;
  /** Pixels of the screen for each pixel of the page. */
  ratio: number;
}

/** Labels, and words on the lines of the selected partner, to which labels leave their room. */
export function wordsIn(context: CanvasRenderingContext2D, picture: Picture): [Words, LineWord[]] {
  const { scene, camera, view, attention } = picture;
  const words = wordsOf(scene, camera, view, attention);
  const onLines = linesRead(context, picture, words);
  return onLines.length === 0 ? [words, onLines] : [wordsOf(scene, camera, view, attention, onLines), onLines];
}

function linesRead(context: CanvasRenderingContext2D, picture: Picture, words: Words): LineWord[] {
  const { primary, scene, attention } = picture;
  if (primary === null || picture.readings.size === 0 || attention.lifted.has(primary)) return [];
  if (attention.hovered !== null && attention.hovered !== primary) return [];
  context.font = WORD_FONT;
  return wordsOnLines(
    scene,
    primary,
    picture.readings,
    picture.camera,
    (node) => isShown(node, attention),
    (text) => context.measureText(text).width,
    words.labels.map(boxOf),
  );
}

/** The same picture from elsewhere. */
export function onlyMoved(a: Picture, b: Picture): boolean {
  return (
    sameGround(a, b) &&
    a.readings === b.readings &&
    a.primary === b.primary &&
    a.view.w === b.view.w &&
    a.view.h === b.view.h &&
    a.attention.hovered === b.attention.hovered &&
    a.attention.selected === b.attention.selected
  );
}

/** The same things in the same colors, whatever is looked at. */
export function sameGround(a: Picture, b: Picture): boolean {
  return (
    a.scene === b.scene &&
    a.theme === b.theme &&
    a.logos === b.logos &&
    a.ratio === b.ratio &&
    a.attention.lifted === b.attention.lifted &&
    a.attention.hiddenKinds === b.attention.hiddenKinds &&
    a.attention.hiddenCharacters === b.attention.hiddenCharacters
  );
}
