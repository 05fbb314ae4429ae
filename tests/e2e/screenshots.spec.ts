// Pictures of every screen in both themes and both sizes, for `assets/screenshots`; `cargo xtask screenshots` runs this.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './browser/host';
import { layoutDefects } from './browser/layout';
import { SCENES, settled, SIZES } from './browser/scenes';
import { withPalette } from './palette';

for (const scene of SCENES) {
  test.describe(scene.name, () => {
    test.use({ opens: scene.opens });
    test('is photographed', async ({ page }) => {
      const folder = process.env.ECOTONE_SCREENSHOTS ?? 'results';
      const defects: string[] = [];
      await mkdir(folder, { recursive: true });
      await page.goto('/');
      await scene.show(page);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        for (const theme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
          await settled(page);
          const name = `${scene.name}-${theme}-${size.width}x${size.height}.png`;
          await writeFile(join(folder, name), await withPalette(page, await page.screenshot({ caret: 'hide' })));
          defects.push(...(await layoutDefects(page)).map((defect) => `${name}: ${defect}`));
        }
      }
      expect.soft(defects).toEqual([]);
    });
  });
}
