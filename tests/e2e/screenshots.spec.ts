// Pictures of every screen in both themes and both sizes, for `assets/screenshots`; `cargo xtask screenshots` runs this.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './browser/host';
import { layoutDefects } from './browser/layout';
import { listen, type List, wordDefects } from './browser/painted';
import { MAP_SCENES, SCENES, SIZES } from './browser/scenes';
import { settled } from './browser/settled';
import { withPalette } from './palette';

for (const scene of [...SCENES, ...MAP_SCENES]) {
  test.describe(scene.name, () => {
    test.use({ opens: scene.opens });
    test('is photographed', async ({ page, host }) => {
      const folder = process.env.ECOTONE_SCREENSHOTS ?? 'results';
      const defects: string[] = [];
      await mkdir(folder, { recursive: true });
      let list: Promise<List> | undefined;
      page.on('response', (response) => {
        if (response.url().endsWith('/rpc/map') && response.ok()) list = response.json().then(listOf);
      });
      await page.addInitScript(listen);
      await page.goto('/');
      await scene.show(page, host);
      for (const size of scene.sizes ?? SIZES) {
        await page.setViewportSize(size);
        for (const theme of scene.themes ?? (['light', 'dark'] as const)) {
          await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
          await settled(page);
          const tone = scene.name.includes('projector') ? '' : `-${theme}`;
          const name = `${scene.name}${tone}-${size.width}x${size.height}.png`;
          // The first picture after a change of theme may still hold parts in the old one.
          await page.screenshot();
          await writeFile(join(folder, name), await withPalette(page, await page.screenshot({ caret: 'hide' })));
          const found = await layoutDefects(page);
          const drawn = scene.name.startsWith('map') ? await list : undefined;
          if (drawn && drawn.nodes.length > 1) found.push(...(await wordDefects(page, drawn)));
          defects.push(...found.map((defect) => `${name}: ${defect}`));
        }
      }
      expect.soft(defects).toEqual([]);
    });
  });
}

function listOf(answer: { list: { items: { type: string }[] } }): List {
  const of = (type: string): unknown => answer.list.items.filter((item) => item.type === type);
  return { labels: of('label'), nodes: of('node') } as List;
}
