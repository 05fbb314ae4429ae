/** What lies under the pointer: a node, or the rim around it from which a relationship is drawn. */

import { sizeFactor, toUnits, type Camera, type Point } from './camera';
import type { MapNode, Scene } from './scene';

export interface Hit {
  node: MapNode;
  part: 'inside' | 'edge';
}

/** In pixels: the smallest target, how far the rim reaches outside, and the least radius that has one. */
const TARGET = 12;
const RIM = 9;
const SMALLEST_WITH_RIM = 7;
/** A folded group is the largest that there is. */
const WIDEST = 140;

export function hitAt(
  scene: Scene,
  camera: Camera,
  pointer: Point,
  shown: (node: MapNode) => boolean,
): Hit | undefined {
  const factor = sizeFactor(camera.scale);
  const reach = (node: MapNode): number => {
    const r = bodyOf(node, factor);
    return shown(node) ? Math.max(TARGET, r >= SMALLEST_WITH_RIM ? r + RIM : r) / camera.scale : -1;
  };
  const widest = WIDEST / camera.scale;
  const node = scene.index.at(toUnits(camera, pointer), widest, reach);
  if (!node) return undefined;
  const away = Math.hypot(node.x * camera.scale + camera.x - pointer.x, node.y * camera.scale + camera.y - pointer.y);
  const r = bodyOf(node, factor);
  return { node, part: r >= SMALLEST_WITH_RIM && away > r && !node.members ? 'edge' : 'inside' };
}

/** Corners reach further than the circle of equal area. */
function bodyOf(node: MapNode, factor: number): number {
  return node.r * factor * (node.item.shape === 'circle' ? 1 : 1.15) + 1;
}
