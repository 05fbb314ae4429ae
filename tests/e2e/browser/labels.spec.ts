// Names on the map as they are painted: what the canvas is told to write, at ten zooms.
import type { Page } from '@playwright/test';
import { expect, test, type Opens } from './host';
import { clashes, crisp, listen, type List, type Painted } from './painted';
import { map, partnersOnMap, visit } from './sample';

/** Where to look closer: a place with many partners, as a share of the map's width and height. */
const LOOKED_AT: Partial<Record<Opens, { x: number; y: number }>> = {
  sample: { x: 0.5, y: 0.4 },
  cncf: { x: 0.72, y: 0.3 },
};
const ZOOMS = 10;
for (const opens of ['sample', 'cncf'] as const) {
  test.describe(`the names of the ${opens}`, () => {
    test.use({ opens });

    test('never lie on each other or on a foreign node, at ten zooms', async ({ page }) => {
      await page.addInitScript(listen);
      await visit(page, 'Map');
      await partnersOnMap(page);
      const list = await listOf(page);
      const whole = await crisp(page);
      if (opens === 'sample') {
        const names = list.labels.filter((label) => label.id?.startsWith('organization:'));
        const shown = names.filter((label) => whole.words.some((word) => word.text === label.lines[0]));
        expect(shown.length / names.length, 'names at fit').toBeGreaterThanOrEqual(0.6);
      }
      const at = LOOKED_AT[opens] ?? { x: 0.5, y: 0.5 };
      await zoom(page, at, 1e-9);
      const farthest = (await crisp(page)).camera.scale;
      await zoom(page, at, 1e9);
      const closest = await crisp(page);
      expect(missingIn(closest, list), 'names missing at the closest zoom').toEqual([]);
      const step = (farthest / closest.camera.scale) ** (1 / (ZOOMS - 1));
      const scales: number[] = [];
      for (let turn = 0; turn < ZOOMS; turn += 1) {
        const painted = await crisp(page);
        scales.push(painted.camera.scale);
        expect.soft(clashes(painted, list), `at ${painted.camera.scale}`).toEqual([]);
        await zoom(page, at, step);
      }
      expect(new Set(scales).size, 'zooms looked at').toBe(ZOOMS);
    });
  });
}

test.describe('one that is looked at', () => {
  test.use({ opens: 'cncf' });

  test('is named however far away the map is', async ({ page }) => {
    await page.addInitScript(listen);
    await visit(page, 'Map');
    await partnersOnMap(page);
    const field = page.getByRole('combobox', { name: 'Find on the map' });
    await field.fill('Kubernetes');
    await field.press('Enter');
    await expect(map(page)).toHaveAttribute('data-selected', 'Kubernetes');
    await map(page).focus();
    await page.keyboard.press('0');
    const painted = await crisp(page);
    expect(painted.words.map((word) => word.text)).toContain('Kubernetes');
    expect(clashes(painted, await listOf(page))).toEqual([]);
  });
});

async function listOf(page: Page): Promise<List> {
  return page.evaluate(async () => {
    const headers = { 'content-type': 'application/json', 'x-window': 'main' };
    const reply = await fetch('/rpc/map', { method: 'POST', headers, body: '{}' });
    const { list } = (await reply.json()) as { list: { items: { type: string }[] } };
    return {
      labels: list.items.filter((item) => item.type === 'label'),
      nodes: list.items.filter((item) => item.type === 'node'),
    } as unknown as List;
  });
}

/** Turns the wheel until the map is so many times as large. */
async function zoom(page: Page, at: { x: number; y: number }, factor: number): Promise<void> {
  const box = await map(page).boundingBox();
  if (!box) throw new Error('The map has no box.');
  // The rule of the wheel: a turn by `d` makes the map exp(-d × 0.0016) times as large.
  let left = Math.max(-6000, Math.min(6000, -Math.log(factor) / 0.0016));
  const [x, y] = [box.x + box.width * at.x, box.y + box.height * at.y];
  await page.mouse.move(x, y);
  while (Math.abs(left) > 0.01) {
    const turn = Math.max(-290, Math.min(290, left));
    await page.mouse.wheel(0, turn);
    left -= turn;
  }
  // Off the map, so that nothing is hovered.
  await page.mouse.move(4, 4);
}

/** Partners well inside the view whose names are not written. */
function missingIn({ words, camera, view }: Painted, list: List): string[] {
  const written = new Set(words.map((word) => word.text));
  const nameOf = new Map(list.labels.map((label) => [label.id, label.lines[0] ?? '']));
  return list.nodes.flatMap((node) => {
    const [x, y] = [node.at[0] * camera.scale + camera.x, node.at[1] * camera.scale + camera.y];
    const inside = x > 60 && y > 60 && x < view.w - 60 && y < view.h - 90;
    const name = nameOf.get(node.id) ?? '';
    return inside && !written.has(name) ? [name] : [];
  });
}
