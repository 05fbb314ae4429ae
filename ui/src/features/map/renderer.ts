/** Keeps the map's canvas up to date: afresh when that is quick, else from a snapshot until the hand rests. */

import { fitCanvas } from '../../shared/paint';
import type { Camera, Size } from './camera';
import { boxOf, frameOf, isShown, type Attention } from './frame';
import { paintMap, WORD_FONT, type Look } from './painter';
import { Snapshot } from './snapshot';
import { wordsOnLines, type LineWord, type Reading } from './words-on-lines';

export interface Picture extends Look {
  attention: Attention;
  /** What joins the selected partner to others, by relationship. */
  readings: ReadonlyMap<string, Reading>;
  primary: string | null;
}

/** Painting afresh for every frame of a gesture is fine below this many milliseconds. */
const QUICK = 9;
/** After the last move of a gesture, in milliseconds. */
const REST = 140;
/** Moves that follow each other within this many milliseconds are one gesture. */
const STREAM = 100;
/** A snapshot that no longer fills the view is taken again, but not more often than this. */
const RETAKE = 450;

export class Renderer {
  readonly #canvas: HTMLCanvasElement;
  readonly #settings: CanvasRenderingContext2DSettings;
  readonly #snapshot = new Snapshot();
  #latest: Picture | undefined;
  #painted: Picture | undefined;
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #cost = 0;
  #retaken = 0;
  #moved = 0;

  constructor(canvas: HTMLCanvasElement, settings: CanvasRenderingContext2DSettings) {
    this.#canvas = canvas;
    this.#settings = settings;
  }

  show(picture: Picture): void {
    this.#latest = picture;
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#draw());
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    this.#frame = 0;
  }

  #draw(): void {
    this.#frame = 0;
    const picture = this.#latest;
    if (!picture || picture.view.w === 0) return;
    const now = performance.now();
    // A single move, such as showing the whole, is no gesture.
    const gesture = this.#painted !== undefined && onlyMoved(this.#painted, picture) && now - this.#moved < STREAM;
    this.#moved = now;
    if (gesture && this.#cost > QUICK) this.#blit(picture);
    else this.#afresh(picture);
  }

  #afresh(picture: Picture): void {
    clearTimeout(this.#rest);
    const context = fitCanvas(this.#canvas, picture.view.w, picture.view.h, this.#settings);
    if (!context) return;
    const start = performance.now();
    paintAll(context, picture);
    const cost = performance.now() - start;
    this.#cost = this.#cost === 0 ? cost : this.#cost * 0.6 + cost * 0.4;
    if (!this.#painted || !onlyMoved(this.#painted, picture)) this.#snapshot.drop();
    this.#painted = picture;
  }

  #blit(picture: Picture): void {
    const context = fitCanvas(this.#canvas, picture.view.w, picture.view.h, this.#settings);
    if (!context) return;
    if (!this.#snapshot.taken) this.#retake(this.#painted ?? picture);
    const filled = this.#snapshot.draw(context, picture.camera, picture.view);
    if (!filled && performance.now() - this.#retaken > RETAKE) {
      this.#retake(picture);
      this.#snapshot.draw(context, picture.camera, picture.view);
    }
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#afresh(this.#latest ?? picture), REST);
  }

  #retake(picture: Picture): void {
    this.#retaken = performance.now();
    this.#snapshot.take(picture.camera, picture.view, this.#settings, (context, camera: Camera, view: Size) =>
      paintAll(context, { ...picture, camera, view }),
    );
  }
}

function paintAll(context: CanvasRenderingContext2D, picture: Picture): void {
  const words = wordsOf(context, picture);
  const frame = frameOf(picture.scene, picture.camera, picture.view, picture.attention, words);
  paintMap(context, picture, frame, words);
}

function wordsOf(context: CanvasRenderingContext2D, picture: Picture): LineWord[] {
  const { primary, scene, attention } = picture;
  if (primary === null || picture.readings.size === 0 || primary === attention.lifted) return [];
  if (attention.hovered !== null && attention.hovered !== primary) return [];
  context.font = WORD_FONT;
  return wordsOnLines(
    scene,
    primary,
    picture.readings,
    picture.camera,
    (node) => isShown(node, attention),
    (text) => context.measureText(text).width,
    frameOf(scene, picture.camera, picture.view, attention).labels.map(boxOf),
  );
}

/** The same picture from elsewhere. */
function onlyMoved(a: Picture, b: Picture): boolean {
  return (
    a.scene === b.scene &&
    a.theme === b.theme &&
    a.readings === b.readings &&
    a.primary === b.primary &&
    a.view.w === b.view.w &&
    a.view.h === b.view.h &&
    a.attention.hovered === b.attention.hovered &&
    a.attention.lifted === b.attention.lifted &&
    a.attention.selected === b.attention.selected &&
    a.attention.hiddenKinds === b.attention.hiddenKinds &&
    a.attention.hiddenCharacters === b.attention.hiddenCharacters
  );
}
