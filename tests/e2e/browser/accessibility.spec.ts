// axe-core on every screen, in both themes.
import { graveFindingsInBothThemes } from './grave';
import { expect, test } from './host';
import { SCENES } from './scenes';

for (const scene of SCENES) {
  test.describe(scene.name, () => {
    test.use({ opens: scene.opens });
    test('has no grave finding', async ({ page, host }) => {
      await page.goto('/');
      await scene.show(page, host);
      expect(await graveFindingsInBothThemes(page)).toEqual([]);
    });
  });
}
