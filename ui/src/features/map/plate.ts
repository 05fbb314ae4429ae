/** What a snapshot is taken of: the view itself, more than the view for a gesture, or the whole map for what lies outside. Pure. */

import { fit, type Camera } from './camera';
import type { Attention } from './frame';
import type { Look } from './painter';
import type { Picture } from './picture';
import { widened } from './snapshot';
import { NOBODY } from './toggled';

/** How much wider than the view a snapshot is; while zooming, when the next one is due before its rim comes into view. */
const SPREAD = 1.6;
const SPREAD_ZOOMING = 1.25;
/** The whole map in so many pixels at most: under a snapshot that no longer fills the view. */
const OVERVIEW = 1400;

export type Purpose = 'view' | 'wide' | 'overview';

/** What is painted, with how many pixels, and what of it is looked at. */
export interface Plate {
  look: Look;
  ratio: number;
  seen: Attention;
}

export function plate(picture: Picture, purpose: Purpose, zooming: boolean): Plate {
  const { camera, view, attention, ratio } = picture;
  if (purpose === 'view') return { look: picture, ratio, seen: attention };
  if (purpose === 'wide') {
    const look = { ...picture, ...widened(camera, view, zooming ? SPREAD_ZOOMING : SPREAD) };
    return { look, ratio, seen: attention };
  }
  const { bounds } = picture.scene;
  const whole = fit(bounds, view, 0);
  const size = { w: bounds.w * whole.scale, h: bounds.h * whole.scale };
  const from: Camera = { scale: whole.scale, x: -bounds.x * whole.scale, y: -bounds.y * whole.scale };
  return {
    look: { ...picture, camera: from, view: size, selected: NOBODY },
    ratio: Math.min(1, OVERVIEW / Math.max(size.w, size.h)),
    seen: { ...attention, hovered: null, selected: NOBODY },
  };
}
