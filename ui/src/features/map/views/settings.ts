/** A look as it is kept in a view and taken from one. Pure. */

import type { FieldView, MapRequest, SavedView, ViewCamera, ViewSettings } from '../../../api/generated';

/** Everything, as we see it. */
export function plainSettings(): ViewSettings {
  return {
    filter: { conditions: [] },
    focus: null,
    center: null,
    group_by: null,
    ungrouped: false,
    color_by: null,
    size_by: null,
    separate: null,
    rings_by: null,
    form: null,
    compare: null,
    folded: [],
    camera: null,
  };
}

/** What is asked for when a saved view is chosen: its style, its places and all that it keeps, but not where it looks. */
export function requestOf(view: SavedView, before: MapRequest): MapRequest {
  const settings = { ...plainSettings(), ...view.settings, camera: null };
  return { ...before, style: view.style, view: view.id, settings, tidy_up: false };
}

/** What a view keeps of the look: also where one looks. */
export function settingsToKeep({ settings }: MapRequest, camera: ViewCamera | null): ViewSettings {
  return { ...settings, camera };
}

/** Does the view look otherwise by now? Where one looks does not count. */
export function differs(view: SavedView, { style, settings }: MapRequest): boolean {
  const plain = (of: ViewSettings): string => JSON.stringify({ ...plainSettings(), ...of, camera: null });
  return view.style !== style || plain(view.settings) !== plain(settings);
}

/** Fields that sizes can say. */
export function figures(fields: readonly FieldView[]): FieldView[] {
  return fields.filter(({ range }) => range !== null);
}

/** Fields that groups can stand for: kinds have their own signs already. */
export function groupings(fields: readonly FieldView[]): FieldView[] {
  return fields.filter(({ field, words }) => words.length > 0 && field !== 'group');
}
