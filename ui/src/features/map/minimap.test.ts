import { describe, expect, it } from 'vitest';
import { centered, fit, toScreen, toUnits } from './camera';
import { isAllInView, isInside, miniOf, viewIn } from './minimap';

const bounds = { x: -1000, y: -400, w: 2000, h: 800 };
const view = { w: 800, h: 600 };
const mini = miniOf(bounds);

it('holds the whole map', () => {
  for (const corner of [
    { x: -1000, y: -400 },
    { x: 1000, y: 400 },
  ]) {
    expect(isInside({ x: 0, y: 0, ...mini.size }, toScreen(mini.camera, corner))).toBe(true);
  }
});

describe('the view in it', () => {
  it('lies where the map is looked at', () => {
    const rect = viewIn(mini, centered({ x: 300, y: -100 }, 2, view), view);
    const middle = toUnits(mini.camera, { x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 });
    expect(middle.x).toBeCloseTo(300);
    expect(middle.y).toBeCloseTo(-100);
    expect(rect.w / mini.camera.scale).toBeCloseTo(view.w / 2);
  });

  it('never leaves it, and can always be seen', () => {
    const rect = viewIn(mini, centered({ x: 1000, y: 400 }, 60, view), view);
    expect(Math.min(rect.w, rect.h)).toBeGreaterThanOrEqual(4);
    const wide = viewIn(mini, centered({ x: 0, y: 0 }, 0.1, view), view);
    expect(wide).toMatchObject({ x: 0, y: 0, ...mini.size });
  });
});

describe('is not needed', () => {
  it('while everything is in view', () => {
    expect(isAllInView(bounds, fit(bounds, view), view)).toBe(true);
    expect(isAllInView(bounds, fit(bounds, view, 0), view)).toBe(true);
    expect(isAllInView(bounds, centered({ x: 200, y: 0 }, fit(bounds, view, 0).scale, view), view)).toBe(false);
  });
});
