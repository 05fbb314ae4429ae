/** What joins the selected partner to its neighbors, as words in the middle of its lines, where there is room. */

import type { Character, Rect } from '../../api/generated';
import { alongPath } from '../../shared/paint';
import { sizeFactor, toScreen, type Camera, type Point } from './camera';
import { overlap } from './box-index';
import type { MapLine, MapNode, Scene } from './scene';

export interface LineWord extends Rect {
  text: string;
  character: Character;
}

export interface Reading {
  text: string;
  character: Character;
}

const HEIGHT = 20;
const PADDING = 10;
/** Where on the line a word may stand, best first. */
const PLACES = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.22, 0.78];
const MOST = 24;

/**
 * In pixels. Words never lie on a node or on each other, and on a name of `names` only where there is no other place;
 * lines to ourselves carry none, as all of them would.
 */
export function wordsOnLines(
  scene: Scene,
  selected: string,
  readings: ReadonlyMap<string, Reading>,
  camera: Camera,
  shown: (node: MapNode) => boolean,
  measure: (text: string) => number,
  names: readonly Rect[],
): LineWord[] {
  const placed: LineWord[] = [];
  for (const line of scene.linesOf.get(selected) ?? []) {
    const reading = readings.get(line.id);
    const other = scene.nodes.get(line.from === selected ? line.to : line.from);
    if (!reading || !other || other.us || !shown(other)) continue;
    const w = measure(reading.text) + 2 * PADDING;
    const places = PLACES.map((t): LineWord => {
      const at = toScreen(camera, alongLine(line, t));
      return { ...reading, x: at.x - w / 2, y: at.y - HEIGHT / 2, w, h: HEIGHT };
    }).filter((word) => !placed.some((before) => overlap(before, word)) && !coversNode(scene, camera, word));
    const word = places.find((place) => !names.some((name) => overlap(name, place))) ?? places[0];
    if (word) placed.push(word);
    if (placed.length === MOST) break;
  }
  return placed;
}

/** The point at `t` from 0 to 1 of a line. */
export function alongLine({ item }: Pick<MapLine, 'item'>, t: number): Point {
  const [x, y] = alongPath(item, t);
  return { x, y };
}

const WIDEST_NODE = 120;

function coversNode(scene: Scene, camera: Camera, word: Rect): boolean {
  const reach = WIDEST_NODE;
  const area = {
    x: (word.x - reach - camera.x) / camera.scale,
    y: (word.y - reach - camera.y) / camera.scale,
    w: (word.w + 2 * reach) / camera.scale,
    h: (word.h + 2 * reach) / camera.scale,
  };
  const factor = sizeFactor(camera.scale);
  return scene.index.within(area).some((node) => {
    const at = toScreen(camera, node);
    const r = node.r * factor;
    return overlap(word, { x: at.x - r, y: at.y - r, w: 2 * r, h: 2 * r });
  });
}
