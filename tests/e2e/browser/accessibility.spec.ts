// axe-core on every screen, in both themes.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './host';
import { SCREENS, go, openSample } from './sample';

const GRAVE = ['serious', 'critical'];

for (const theme of ['light', 'dark'] as const) {
  test(`the start screen, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.goto('/');
    await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible();
    await expectNoGraveFinding(page);
  });

  for (const screen of SCREENS) {
    test(`${screen}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await openSample(page);
      await go(page, screen);
      await page.waitForTimeout(1000);
      await expectNoGraveFinding(page);
    });
  }
}

async function expectNoGraveFinding(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => GRAVE.includes(impact ?? ''));
  const found = grave.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `    ${html}`).join('\n')}`,
  );
  expect(found).toEqual([]);
}
