/**
 * The painter's face: `show` a picture (the scene, the camera, the theme, what is looked at) whenever any of it changed,
 * and its canvas follows.
 *
 * What can be painted within a frame is painted afresh for every frame. A larger map is painted in steps between frames
 * and shown once it is whole; while it is panned or zoomed, a snapshot of it is moved about, with labels in their place
 * and size, until the hand rests. A scene of another list is gone over to by `morph`. The canvas says in `data-drawn`
 * whether it is `crisp` or `moving`, and in `data-camera` from where it is seen, for tests and the bench.
 */

import { fitCanvas } from '../../shared/paint';
import type { Camera } from './camera';
import { contentOf, itemsIn, wordsOf } from './frame';
import { Morph, MORPH } from './morph';
import { calm } from './motion';
import { paintContent, paintPassage, paintWords } from './painter';
import { onlyMoved, sameGround, wordsIn, type Picture } from './picture';
import { plate, type Purpose } from './plate';
import { darkroom, Exposure, type Snapshot } from './snapshot';
import { LabelSprites } from './sprites';

/** Painting afresh for every frame is fine below this many milliseconds. */
const QUICK = 6;
/** After the last move of a gesture, in milliseconds. */
const REST = 45;
/** What a frame has for painting in the background: while a gesture goes on, for the crisp picture, and at rest. */
const BUSY = 4;
const AWAITED = 24;
const IDLE = 7;
/** How far a snapshot may be blown up or shrunk before it is taken again. */
const BLOWN_UP = 1.5;
const SHRUNK = 0.6;
/** Pixels that a snapshot must have left on every side, and at rest that share of the view. */
const SPARE = 60;
const SPARE_AT_REST = 0.2;
/** A label costs as much as so many shapes. */
const LABEL = 2;
/** The browser's own clock tells whoever measures when the map was there first. */
const FIRST = 'map-drawn';

export class Renderer {
  readonly #canvas: HTMLCanvasElement;
  readonly #settings: CanvasRenderingContext2DSettings;
  readonly #sprites: LabelSprites;
  #latest: Picture | undefined;
  #seen: Picture | undefined;
  #frame = 0;
  #moved = -Infinity;
  #moving = false;
  #crisp = false;
  /** Painted for just this view, not cut from a wider snapshot: the last bit at rest never depends on the way there. */
  #exact = false;
  /** The gesture is shown by snapshots. */
  #blitted = false;
  /** Wider than the view; of an older state of the map while `stale`. */
  #wide: Snapshot | undefined;
  #overview: Snapshot | undefined;
  #stale = true;
  #job: { purpose: Purpose; exposure: Exposure } | undefined;
  #spare: HTMLCanvasElement | undefined;
  #perItem: number | undefined;
  #marked = false;
  #morph: { morph: Morph; start: number } | undefined;

  constructor(canvas: HTMLCanvasElement, settings: CanvasRenderingContext2DSettings) {
    this.#canvas = canvas;
    this.#settings = settings;
    this.#sprites = new LabelSprites(settings);
  }

  show(picture: Picture): void {
    this.#latest = picture;
    this.#again();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#job = undefined;
  }

  #again(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#turn());
  }

  #turn(): void {
    this.#frame = 0;
    const picture = this.#latest;
    if (!picture || picture.view.w === 0) return;
    const changed = picture !== this.#seen;
    if (changed) this.#notice(picture);
    if (this.#passes(picture)) {
      this.#again();
      return;
    }
    if (this.#moving && performance.now() - this.#moved >= REST) this.#moving = false;
    // Counting what there is to paint is a cost of its own: a gesture that began with snapshots ends with them.
    if (changed && !(this.#moving && this.#blitted)) {
      this.#blitted = !this.#isQuick(picture);
      if (!this.#blitted) this.#afresh(picture);
    }
    if (!this.#moving) {
      if (this.#settle(picture)) this.#again();
      return;
    }
    if (this.#blitted) {
      if (changed) this.#blit(picture);
      this.#prepare(picture);
      this.#work(picture, BUSY);
    }
    this.#again();
  }

  /** Is it the same picture from elsewhere, or another one? */
  #notice(picture: Picture): void {
    const before = this.#seen;
    this.#seen = picture;
    this.#crisp = false;
    this.#exact = false;
    if (before && onlyMoved(before, picture)) {
      this.#moving = true;
      this.#moved = performance.now();
      if (this.#job?.purpose === 'view') this.#drop();
      return;
    }
    if (before && before.scene !== picture.scene) this.#depart(before, picture);
    this.#stale = true;
    if (!before || !sameGround(before, picture)) this.#overview = undefined;
    this.#drop();
  }

  /** Another list: what moves is seen to move, unless the system asks for less movement. */
  #depart(before: Picture, picture: Picture): void {
    const now = performance.now();
    const on = this.#morph?.morph.placesAt((now - this.#morph.start) / MORPH);
    const morph = calm() ? undefined : Morph.between(before, picture, on);
    // A node in the hand makes new scenes of the same list: that is no new change.
    if (morph || before.scene.list !== picture.scene.list) this.#morph = morph && { morph, start: now };
  }

  /** Paints the way to the picture; false once it is there. */
  #passes(picture: Picture): boolean {
    if (!this.#morph) return false;
    const { morph, start } = this.#morph;
    const t = (performance.now() - start) / MORPH;
    const context = this.#context(picture);
    if (t >= 1 || !context) {
      this.#morph = undefined;
      return false;
    }
    const { camera } = picture;
    paintPassage(context, picture, morph.at(t, camera), morph.groundCamera(camera));
    this.#say('moving', camera);
    return true;
  }

  #isQuick(picture: Picture): boolean {
    if (this.#perItem === undefined) return false;
    const { scene, camera, view, attention } = picture;
    const words = wordsOf(scene, camera, view, attention);
    const items = itemsIn(contentOf(scene, camera, view, attention)) + LABEL * words.labels.length;
    return items * this.#perItem < QUICK;
  }

  /** Crisp at once; at rest a snapshot follows. */
  #afresh(picture: Picture): void {
    const context = this.#context(picture);
    if (!context) return;
    const { scene, camera, view, attention } = picture;
    paintContent(context, picture, contentOf(scene, camera, view, attention));
    const [words, onLines] = wordsIn(context, picture);
    paintWords(context, picture, words, onLines);
    this.#say('crisp', camera);
  }

  #blit(picture: Picture): void {
    const context = this.#context(picture);
    if (!context) return;
    const { camera, view, theme, ratio } = picture;
    context.clearRect(0, 0, view.w, view.h);
    if (!this.#wide?.fills(camera, view)) this.#overview?.draw(context, camera);
    this.#wide?.draw(context, camera);
    const [words, onLines] = wordsIn(context, picture);
    this.#sprites.draw(context, words.labels, theme, ratio);
    paintWords(context, picture, { quietLabels: words.quietLabels, labels: [] }, onLines);
    this.#say('moving', camera);
  }

  /** While a gesture goes on: a better snapshot before the one that there is runs out. */
  #prepare(picture: Picture): void {
    if (this.#job) return;
    const { camera, view } = picture;
    const grown = this.#wide?.grown(camera) ?? 0;
    const fits = grown < BLOWN_UP && grown > SHRUNK && this.#wide?.fills(camera, view, SPARE);
    if (!fits) this.#begin(picture, 'wide');
  }

  /** At rest: first the crisp picture, then what the next gesture will need. Answers whether something is left to do. */
  #settle(picture: Picture): boolean {
    const { camera, view, ratio } = picture;
    if (!this.#exact) {
      if (!this.#crisp && !this.#stale && this.#wide?.matches(camera, view, ratio)) {
        this.#present(picture, this.#wide);
        return true;
      }
      if (this.#job?.purpose !== 'view') this.#begin(picture, 'view');
      // With nothing to look at meanwhile there is nothing to wait for.
      this.#work(picture, this.#wide ? AWAITED : Infinity);
      return true;
    }
    if (!this.#job) {
      const wide = this.#wide;
      if (
        this.#stale ||
        !wide?.matches(camera, view, ratio) ||
        !wide.fills(camera, view, Math.min(view.w, view.h) * SPARE_AT_REST)
      ) {
        this.#begin(picture, 'wide');
      } else if (!this.#overview) this.#begin(picture, 'overview');
    }
    this.#work(picture, IDLE);
    return this.#job !== undefined || !this.#overview;
  }

  #begin(picture: Picture, purpose: Purpose): void {
    this.#drop();
    const zooming = this.#moving && this.#wide?.camera.scale !== picture.camera.scale;
    const { look, ratio, seen } = plate(picture, purpose, zooming);
    const room = darkroom(look.view, ratio, this.#settings, this.#spare);
    this.#spare = undefined;
    if (room) this.#job = { purpose, exposure: new Exposure(look, seen, room.canvas, room.context, ratio) };
  }

  #work(picture: Picture, budget: number): void {
    const { purpose, exposure } = this.#job ?? {};
    if (!purpose || !exposure?.develop(budget)) return;
    this.#job = undefined;
    const measured = exposure.cost / Math.max(40, exposure.items);
    // The first one is slow everywhere: faster ones count at once, slower ones by and by.
    const before = this.#perItem ?? measured;
    this.#perItem = measured < before ? measured : before * 0.7 + measured * 0.3;
    if (purpose === 'overview') this.#overview = exposure.snapshot;
    if (purpose === 'wide') this.#keep(exposure.snapshot);
    if (purpose === 'wide' && this.#moving) this.#blit(picture);
    if (purpose !== 'view') return;
    this.#present(picture, exposure.snapshot);
    this.#exact = true;
    const { camera, view, ratio } = picture;
    if (this.#stale || !this.#wide?.matches(camera, view, ratio)) this.#keep(exposure.snapshot);
    else this.#spare ??= exposure.snapshot.canvas;
  }

  #keep(snapshot: Snapshot): void {
    this.#spare = this.#wide?.canvas;
    this.#wide = snapshot;
    this.#stale = false;
  }

  #present(picture: Picture, snapshot: Snapshot): void {
    const context = this.#context(picture);
    if (!context) return;
    context.clearRect(0, 0, picture.view.w, picture.view.h);
    snapshot.draw(context, picture.camera);
    const [words, onLines] = wordsIn(context, picture);
    paintWords(context, picture, words, onLines);
    this.#crisp = true;
    this.#say('crisp', picture.camera);
  }

  /** A job that is no longer wanted leaves its canvas to the next one. */
  #drop(): void {
    this.#spare ??= this.#job?.exposure.snapshot.canvas;
    this.#job = undefined;
  }

  #context({ view, ratio }: Picture): CanvasRenderingContext2D | null {
    return fitCanvas(this.#canvas, view.w, view.h, this.#settings, ratio);
  }

  #say(drawn: 'crisp' | 'moving', { scale, x, y }: Camera): void {
    const { dataset } = this.#canvas;
    if (dataset.drawn !== drawn) dataset.drawn = drawn;
    if (drawn !== 'crisp') return;
    dataset.camera = `${scale} ${x} ${y}`;
    if (!this.#marked) performance.mark(FIRST);
    this.#marked = true;
  }
}
