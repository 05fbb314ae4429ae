/** What the hand takes hold of. Pure. */

import type { Camera, Point, Size } from '../camera';
import { boxOf, wordsOf, type Attention } from '../frame';
import type { MapNode, Scene } from '../scene';

/** Whose name is shown there. */
export function labelAt(scene: Scene, camera: Camera, view: Size, attention: Attention, at: Point): MapNode | null {
  const { labels, quietLabels } = wordsOf(scene, camera, view, attention);
  const label = [...labels, ...quietLabels].find((item) => {
    const { x, y, w, h } = boxOf(item);
    return at.x >= x && at.x <= x + w && at.y >= y && at.y <= y + h;
  });
  const id = label?.id?.replace(/^organization:/, '');
  return (id !== undefined && scene.nodes.get(id)) || null;
}

/** Who goes along when a node is pulled: the whole selection that it belongs to. We and folded groups stay. */
export function togetherWith(node: MapNode, scene: Scene | null, selected: ReadonlySet<string>): readonly MapNode[] {
  const ids = selected.has(node.id) ? [...selected] : [node.id];
  return ids.flatMap((id) => {
    const each = scene?.nodes.get(id);
    return each && !each.us && !each.members ? [each] : [];
  });
}
