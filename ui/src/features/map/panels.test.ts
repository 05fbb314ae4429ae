import { describe, expect, it } from 'vitest';
import type { DisplayList, Item } from '../../api/generated';
import { centered } from './camera';
import { boxOf, frameOf } from './frame';
import { attention, labelItem, nodeItem, PAINT } from './samples';
import { sceneOf } from './scene';

const TRAY = { x: -100, y: 0, w: 200, h: 64 };
const tray: Item = { type: 'rect', id: 'tray', rect: TRAY, radius: 8, fill: PAINT, hatch: null, stroke: null };
const list: DisplayList = {
  bounds: { x: -400, y: -300, w: 800, h: 600 },
  alt: 'A map',
  items: [
    tray,
    nodeItem('us', 0, -200, 34),
    nodeItem('waits', -60, 20, 12),
    nodeItem('placed', 90, -100, 12),
    labelItem('waits', -60, 20, { dy: 28, size: [76, 15] }),
    labelItem('placed', 90, -100, { dy: 28, size: [300, 15] }),
  ],
};
const view = { w: 1600, h: 1200 };

describe('names in the waiting room', () => {
  const scene = sceneOf(list, [], { id: 'us', name: 'Us' });
  const seenAt = (scale: number) => {
    const camera = centered({ x: 0, y: 0 }, scale, view);
    return { camera, labels: frameOf(scene, camera, view, attention()).labels };
  };

  it('never reach out of it, and come as soon as they have room', () => {
    const from: number[] = [];
    for (let scale = 0.3; scale < 3; scale *= 1.02) {
      const { camera, labels } = seenAt(scale);
      const name = labels.find(({ id }) => id === 'organization:waits');
      if (!name) continue;
      from.push(scale);
      const { x, y, w, h } = boxOf(name);
      expect(x, String(scale)).toBeGreaterThanOrEqual(TRAY.x * scale + camera.x - 0.01);
      expect(x + w).toBeLessThanOrEqual((TRAY.x + TRAY.w) * scale + camera.x);
      expect(y + h).toBeLessThanOrEqual((TRAY.y + TRAY.h) * scale + camera.y + 0.01);
    }
    expect(from[0]).toBeLessThan(0.95);
    expect(from.length).toBeGreaterThan(50);
  });

  it('leave others as they are', () => {
    expect(seenAt(0.3).labels.map(({ id }) => id)).toEqual(['organization:placed']);
  });
});
