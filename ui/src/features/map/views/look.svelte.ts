import type { MapRequest, ViewSettings } from '../../../api/generated';

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

/** How the map is looked at: what the program is asked to draw. Looking changes nothing in the workspace. */
class Look {
  request = $state.raw<MapRequest>({
    style: 'organic',
    view: null,
    settings: plainSettings(),
    audience: 'internal',
    tidy_up: false,
  });

  change(part: Partial<MapRequest>): void {
    this.request = { ...this.request, tidy_up: false, ...part };
  }

  set(part: Partial<ViewSettings>): void {
    this.change({ settings: { ...this.request.settings, ...part } });
  }
}

export const look = new Look();
