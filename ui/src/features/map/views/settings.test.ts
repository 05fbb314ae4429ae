import { expect, it } from 'vitest';
import type { MapRequest, SavedView } from '../../../api/generated';
import { differs, plainSettings, requestOf, settingsToKeep } from './settings';

const LOOK: MapRequest = {
  style: 'organic',
  view: null,
  settings: { ...plainSettings(), color_by: 'region', focus: { organizations: ['a'], hops: 2 } },
  audience: 'client',
  tidy_up: true,
};
const CAMERA = { x: 10, y: -5, scale: 2 };
const VIEW: SavedView = {
  id: 'v',
  name: 'By stage',
  style: 'rings',
  is_default: false,
  settings: { ...plainSettings(), rings_by: 'stage', ungrouped: true, camera: CAMERA },
};

it('a chosen view brings all of its settings, forgets those of before, and keeps the audience', () => {
  expect(requestOf(VIEW, LOOK)).toEqual({
    style: 'rings',
    view: 'v',
    settings: { ...plainSettings(), rings_by: 'stage', ungrouped: true },
    audience: 'client',
    tidy_up: false,
  });
});

it('a kept look also says where it looks', () => {
  expect(settingsToKeep(LOOK, CAMERA)).toEqual({ ...LOOK.settings, camera: CAMERA });
});

it('a view differs by what it shows, not by where it looks', () => {
  const chosen = requestOf(VIEW, LOOK);
  expect(differs(VIEW, chosen)).toBe(false);
  expect(differs(VIEW, { ...chosen, style: 'organic' })).toBe(true);
  expect(differs(VIEW, { ...chosen, settings: { ...chosen.settings, ungrouped: false } })).toBe(true);
});
