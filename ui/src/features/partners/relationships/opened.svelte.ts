import type { RelationshipId } from '../../../api/generated';

/** What of relationships lies over the screen: one for the window. */
class Opened {
  relationship = $state<RelationshipId | null>(null);
  /** The dialog of kinds of relationship and of value. */
  kinds = $state<'relationships' | 'values' | null>(null);
  /** The screen that says how depth is found. */
  rules = $state(false);
}

export const opened = new Opened();
