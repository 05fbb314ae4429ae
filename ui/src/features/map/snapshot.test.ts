import { describe, expect, it } from 'vitest';
import { centered, panBy, zoomAt } from './camera';
import { Snapshot, widened } from './snapshot';

const view = { w: 800, h: 600 };
const camera = centered({ x: 10, y: 20 }, 0.8, view);
const wide = widened(camera, view, 1.5);
const snapshot = new Snapshot(document.createElement('canvas'), wide.camera, wide.view, 2, {
  x: -9000,
  y: -9000,
  w: 18000,
  h: 18000,
});
const ANY: [number, number] = [0.01, 100];

describe('a snapshot wider than the view', () => {
  it.each([
    [0, 0, true],
    [199, -149, true],
    [201, 0, false],
    [0, -151, false],
  ])('after a pan by %d, %d fills it: %s', (dx, dy, fills) => {
    expect(snapshot.fills(panBy(camera, dx, dy), view)).toBe(fills);
  });

  it('is as sharp as a new one after a pan, never after a zoom or on another screen', () => {
    expect(snapshot.matches(panBy(camera, 50, 50), view, 2)).toBe(true);
    expect(snapshot.matches(zoomAt(camera, { x: 0, y: 0 }, 1.01, ANY), view, 2)).toBe(false);
    expect(snapshot.matches(camera, view, 1)).toBe(false);
  });

  it('fills the view while one looks closer, not far away', () => {
    const middle = { x: 400, y: 300 };
    expect(snapshot.fills(zoomAt(camera, middle, 3, ANY), view)).toBe(true);
    expect(snapshot.fills(zoomAt(camera, middle, 0.6, ANY), view)).toBe(false);
  });

  it('leaves the camera on whole pixels, so that moving it blurs nothing', () => {
    expect(Number.isInteger(wide.camera.x - camera.x) && Number.isInteger(wide.camera.y - camera.y)).toBe(true);
  });

  it('needs not reach beyond the map, where there is nothing', () => {
    const whole = new Snapshot(document.createElement('canvas'), wide.camera, wide.view, 2, {
      x: -200,
      y: -100,
      w: 400,
      h: 200,
    });
    expect(whole.fills(panBy(camera, 500, 0), view)).toBe(true);
    expect(whole.fills(zoomAt(camera, { x: 400, y: 300 }, 0.2, ANY), view)).toBe(true);
  });
});
