import type { Condition, MapRequest, MapStyle, OrganizationId, SavedView, ViewSettings } from '../../../api/generated';
import { changed } from './filter';
import { plainSettings, requestOf } from './settings';

export type Hops = 1 | 2 | 3;

function everything(): MapRequest {
  return { style: 'organic', view: null, settings: plainSettings(), audience: 'internal', tidy_up: false };
}

/** How the map is looked at: what the program is asked to draw. Looking changes nothing in the workspace. */
class Look {
  request = $state.raw<MapRequest>(everything());
  #owner: OrganizationId | null = null;

  get settings(): ViewSettings {
    return this.request.settings;
  }

  get conditions(): readonly Condition[] {
    return this.settings.filter.conditions;
  }

  /** Something may be left out. */
  get narrowed(): boolean {
    return this.conditions.length > 0 || this.settings.focus !== null;
  }

  /** Words and partners of one workspace mean nothing in another: that begins with everything. */
  begin(owner: OrganizationId): void {
    if (this.#owner !== null && this.#owner !== owner) this.request = everything();
    this.#owner = owner;
  }

  change(part: Partial<MapRequest>): void {
    this.request = { ...this.request, tidy_up: false, ...part };
  }

  set(part: Partial<ViewSettings>): void {
    this.change({ settings: { ...this.settings, ...part } });
  }

  /** A saved view is of one style: with another one it is left. */
  setStyle(style: MapStyle): void {
    if (style !== this.request.style) this.change({ style, view: null });
  }

  setCondition(index: number | null, condition: Condition | null): void {
    this.set({ filter: changed(this.settings.filter, index, condition) });
  }

  choose(view: SavedView): void {
    this.request = requestOf(view, this.request);
  }
}

export const look = new Look();
