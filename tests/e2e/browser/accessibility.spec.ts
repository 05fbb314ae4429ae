// axe-core on every screen, in both themes.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './host';
import { SCENES, settled } from './scenes';

const GRAVE = ['serious', 'critical'];

for (const scene of SCENES) {
  test.describe(scene.name, () => {
    test.use({ opens: scene.opens });
    test('has no grave finding', async ({ page }) => {
      await page.goto('/');
      await scene.show(page);
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await settled(page);
        expect(await graveFindings(page), theme).toEqual([]);
      }
    });
  });
}

async function graveFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => GRAVE.includes(impact ?? ''));
  return grave.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `    ${html}`).join('\n')}`);
}
