import type { Character, OrganizationId, ZoneCrossing } from '../../../api/generated';
import type { Point } from '../camera';
import type { MapNode } from '../scene';
import { map } from '../state.svelte';
import type { Moves } from './moves';

/** What a drag on the ground does. */
export type Tool = 'hand' | 'box' | 'lasso';

/** A gesture that crosses a bound and waits for its reason. */
export interface Asked {
  crossings: readonly ZoneCrossing[];
  answer: (reason: string | null) => void;
}

/** What is being edited on the map right now. One for the window. */
class Editing {
  tool = $state<Tool>('hand');
  /** Partners in the hand of the keyboard, and how far they have been moved, in map units. */
  carried = $state.raw<{ nodes: readonly MapNode[]; by: Point } | null>(null);
  asked = $state.raw<Asked | null>(null);
  /** A judgment that waits for its reason. */
  judging = $state.raw<{ nodes: readonly MapNode[]; character: Character } | null>(null);
  /** The menu of a selection, and where on the screen it opens. */
  menu = $state.raw<Point | null>(null);
  /** A name that is typed in place; `company` turns a wish into one. */
  renaming = $state.raw<{ id: OrganizationId; company: boolean } | null>(null);
  /** A line drawn from one to another, which waits for its kind. */
  joined = $state.raw<{ from: MapNode; to: MapNode; at: Point } | null>(null);
  /** A line drawn to empty ground: where on the screen, and where on the map. */
  dropped = $state.raw<{ from: MapNode; at: Point; place: Point } | null>(null);

  /** Selected partners: not us, and no folded group. */
  get partners(): MapNode[] {
    return [...map.selected].flatMap((id) => {
      const node = map.scene?.nodes.get(id);
      return node && !node.us ? [node] : [];
    });
  }

  /** Where the partners in the keyboard's hand lie now. */
  get carriedTo(): Moves | null {
    if (!this.carried) return null;
    const { nodes, by } = this.carried;
    return new Map(nodes.map(({ id, x, y }) => [id, { x: x + by.x, y: y + by.y }]));
  }

  toggleTool(tool: Tool): void {
    this.tool = this.tool === tool ? 'hand' : tool;
  }
}

export const editing = new Editing();
