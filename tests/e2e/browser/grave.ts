// What axe-core calls serious or critical.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { settled } from './settled';

const GRAVE = ['serious', 'critical'];

/** The grave findings on the page once it rests, or in the part of it that `within` selects. */
export async function graveFindings(page: Page, within?: string): Promise<string[]> {
  await settled(page);
  const axe = new AxeBuilder({ page });
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  const grave = violations.filter(({ impact }) => GRAVE.includes(impact ?? ''));
  return grave.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `    ${html}`).join('\n')}`);
}

/** The same in light and in dark colors, each line with its theme. */
export async function graveFindingsInBothThemes(page: Page, within?: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await graveFindings(page, within)).map((finding) => `${colorScheme}: ${finding}`));
  }
  return found;
}
