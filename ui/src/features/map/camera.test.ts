import { describe, expect, it } from 'vitest';
import {
  between,
  centered,
  fit,
  flightTo,
  kept,
  limits,
  panBy,
  pinched,
  toScreen,
  toUnits,
  visible,
  zoomAt,
  type Camera,
} from './camera';

const view = { w: 800, h: 600 };
const bounds = { x: -1000, y: -500, w: 2000, h: 1000 };

describe('fit', () => {
  it('shows the whole map in the middle', () => {
    const camera = fit(bounds, view, 0);
    expect(camera.scale).toBeCloseTo(0.4);
    expect(toScreen(camera, { x: 0, y: 0 })).toEqual({ x: 400, y: 300 });
  });

  it.each([
    ['a wide map', { x: -1000, y: -100, w: 2000, h: 200 }],
    ['a high map', { x: -100, y: -1000, w: 200, h: 2000 }],
    ['one as wide as high', { x: 0, y: 0, w: 1000, h: 740 }],
  ])('keeps %s out from under the tools at the right edge', (_, bounds) => {
    const camera = fit(bounds, view, { left: 12, right: 60, top: 12, bottom: 12 });
    const [left, right] = [bounds.x, bounds.x + bounds.w].map((x) => toScreen(camera, { x, y: 0 }).x);
    expect(left).toBeGreaterThanOrEqual(12 - 1e-9);
    expect(right).toBeLessThanOrEqual(740 + 1e-9);
  });

  it('never blows a small map up', () => {
    expect(fit({ x: 0, y: 0, w: 20, h: 20 }, view).scale).toBe(1.25);
  });

  it('survives an empty map and a view without room', () => {
    const camera = fit({ x: 0, y: 0, w: 0, h: 0 }, { w: 0, h: 0 });
    expect(Number.isFinite(camera.x) && camera.scale > 0).toBe(true);
  });
});

describe('zoomAt', () => {
  const start: Camera = { scale: 1, x: 30, y: -20 };
  it.each([1.5, 0.7, 3, 0.99])('keeps what is under the pointer there (× %s)', (factor) => {
    const at = { x: 123, y: 456 };
    const before = toUnits(start, at);
    const after = toUnits(zoomAt(start, at, factor, limits(0.8)), at);
    expect(after.x).toBeCloseTo(before.x);
    expect(after.y).toBeCloseTo(before.y);
  });

  it('stops at both ends', () => {
    const [least, most] = limits(0.4);
    expect(zoomAt(start, { x: 0, y: 0 }, 1e9, [least, most]).scale).toBe(most);
    expect(zoomAt(start, { x: 0, y: 0 }, 1e-9, [least, most]).scale).toBe(least);
  });
});

describe('limits', () => {
  it('come so near that every name can be read', () => {
    expect(limits(0.2, 5)[1]).toBeGreaterThan(5);
    expect(limits(0.2, 0.5)).toEqual(limits(0.2));
  });

  it('do not come nearer for two partners in one place', () => {
    expect(limits(0.2, 1e6)[1]).toBeLessThan(20);
  });
});

describe('pinched', () => {
  const start: Camera = { scale: 1, x: 30, y: -20 };
  const from = [
    { x: 100, y: 100 },
    { x: 200, y: 100 },
  ];

  it('keeps what lies under both fingers there', () => {
    const to = [
      { x: 90, y: 150 },
      { x: 240, y: 150 },
    ];
    const camera = pinched(start, from, to, limits(0.8));
    expect(camera.scale).toBeCloseTo(1.5);
    from.forEach((finger, index) => {
      const now = toScreen(camera, toUnits(start, finger));
      expect(now.x).toBeCloseTo(to[index]?.x ?? NaN);
      expect(now.y).toBeCloseTo(to[index]?.y ?? NaN);
    });
  });

  it('waits for the second finger', () => {
    expect(pinched(start, from, from.slice(0, 1), limits(0.8))).toBe(start);
  });
});

it('turns screen into units and back', () => {
  const camera: Camera = { scale: 0.37, x: 81, y: -7 };
  const point = { x: 14, y: -260 };
  const there = toUnits(camera, toScreen(camera, point));
  expect(there.x).toBeCloseTo(point.x);
  expect(there.y).toBeCloseTo(point.y);
});

it('says what the view shows', () => {
  expect(visible({ scale: 2, x: 100, y: 0 }, view, 10)).toEqual({ x: -55, y: -5, w: 410, h: 310 });
});

it('never loses the map, however far it is pulled', () => {
  const camera = kept(panBy(fit(bounds, view), 1e6, -1e6), bounds, view);
  const corner = toScreen(camera, { x: bounds.x, y: bounds.y + bounds.h });
  expect(corner.x).toBeLessThan(view.w);
  expect(corner.y).toBeGreaterThan(0);
});

describe('flightTo', () => {
  it('stays when the partner is in view and readable', () => {
    const camera = centered({ x: 0, y: 0 }, 0.8, view);
    expect(flightTo(camera, { x: 20, y: 20 }, view, 60)).toBe(camera);
    expect(flightTo(camera, { x: 900, y: 20 }, view, 60).scale).toBe(0.8);
  });

  it('comes near when the map is small', () => {
    const camera = flightTo(fit(bounds, view), { x: 900, y: 400 }, view, 60);
    expect(camera.scale).toBe(1);
    expect(toScreen(camera, { x: 900, y: 400 })).toEqual({ x: 400, y: 300 });
  });
});

it('flies from one camera to the other', () => {
  const from = fit(bounds, view);
  const to = centered({ x: 500, y: 100 }, 2, view);
  expect(between(from, to, 0, view).scale).toBeCloseTo(from.scale);
  expect(between(from, to, 1, view)).toEqual(to);
  const half = between(from, to, 0.5, view);
  expect(half.scale).toBeCloseTo(Math.sqrt(from.scale * to.scale));
});
