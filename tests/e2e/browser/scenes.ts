// Every screen as it is photographed and measured.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { command } from './editing';
import { expect, type Host, type Opens } from './host';
import { choose, findOnMap, go, map } from './sample';

const TO_IMPORT = join(__dirname, '../../fixtures/assistant/partners.csv');

export const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
] as const;

export type Size = { readonly width: number; readonly height: number };

export interface Scene {
  name: string;
  opens: Opens;
  /** Brings the page there. */
  show: (page: Page, host: Host) => Promise<void>;
  /** Where not every size and theme is photographed. */
  sizes?: readonly Size[];
  themes?: readonly ('light' | 'dark')[];
}

export const SCENES: readonly Scene[] = [
  {
    name: 'start',
    opens: 'start',
    show: (page) => expect(page.getByRole('button', { name: 'Reseller channel' })).toBeVisible(),
  },
  { name: 'map', opens: 'sample', show: showMap },
  {
    name: 'map-partner',
    opens: 'sample',
    show: async (page) => {
      await showMap(page);
      await findOnMap(page, 'Fernhill Commerce');
      await expect(page.getByRole('heading', { name: 'Fernhill Commerce' })).toBeVisible();
      await page.keyboard.press('0');
    },
  },
  {
    name: 'partners',
    opens: 'sample',
    show: async (page) => {
      await go(page, 'Partners');
      await expect(page.getByRole('row', { name: 'Oakmere Outdoor' })).toBeVisible();
    },
  },
  {
    name: 'partner-page',
    opens: 'sample',
    show: async (page) => {
      await go(page, 'Partners');
      await page.getByRole('row', { name: 'Fernhill Commerce' }).hover();
      await page.getByRole('button', { name: 'Open Fernhill Commerce' }).click();
      await page.getByRole('button', { name: 'Open the partner’s page' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Fernhill Commerce' })).toBeVisible();
    },
  },
  { name: 'due', opens: 'sample', show: (page) => onPartners(page, 'Due') },
  {
    name: 'sorting',
    opens: 'sample',
    show: (page) => onPartners(page, 'Sort unknown partners 1'),
  },
  {
    name: 'duplicates',
    opens: 'alike',
    show: async (page) => {
      await go(page, 'Partners');
      await page.getByRole('button', { name: 'Duplicates 3' }).click();
      await expect(page.getByRole('article')).toBeVisible();
    },
  },
  {
    name: 'columns',
    opens: 'sample',
    show: (page) => onPartners(page, 'Columns'),
  },
  {
    name: 'fields',
    opens: 'sample',
    show: (page) => onPartners(page, 'Columns', 'Fields and tags…'),
  },
  { name: 'import-file', opens: 'sample', show: chooseFile },
  {
    name: 'import-columns',
    opens: 'sample',
    show: async (page, host) => {
      await chooseFile(page, host);
      await page.getByRole('button', { name: 'Go to columns' }).click();
    },
  },
  {
    name: 'import-check',
    opens: 'sample',
    show: async (page, host) => {
      await chooseFile(page, host);
      await page.getByRole('button', { name: 'Go to columns' }).click();
      await page.getByRole('button', { name: 'See what changes' }).click();
      await expect(page.getByRole('button', { name: /^Import \d/ })).toBeEnabled();
    },
  },
  {
    name: 'motions',
    opens: 'sample',
    show: async (page) => {
      await go(page, 'Motions');
      await expect(page.getByText('Peak Season Playbook').first()).toBeVisible();
    },
  },
  {
    name: 'motion',
    opens: 'sample',
    show: async (page) => {
      await go(page, 'Motions');
      await page.getByRole('row', { name: 'Peak Season Playbook' }).click();
      await expect(page.getByRole('region', { name: 'Tasks' })).toBeVisible();
    },
  },
  {
    name: 'motion-in-scenario',
    opens: 'sample',
    show: async (page) => {
      await showMotions(page);
      await choose(page, page.getByRole('combobox', { name: 'Scenario' }), 'Hold budget flat');
      await page.getByRole('row', { name: 'Peak Season Playbook' }).click();
      await expect(page.getByRole('region', { name: 'Tasks' })).toBeVisible();
    },
  },
  { name: 'scenarios', opens: 'sample', show: (page) => onScenarios(page, 'Manage scenarios') },
  { name: 'scenarios-compare', opens: 'sample', show: (page) => onScenarios(page, 'Compare scenarios') },
  { name: 'scenarios-promote', opens: 'sample', show: (page) => onScenarios(page, 'Promote this scenario') },
  { name: 'scenarios-lose', opens: 'sample', show: (page) => onScenarios(page, 'What if we lose a partner') },
  { name: 'scenarios-graduate', opens: 'sample', show: (page) => onScenarios(page, 'What if affiliates graduate') },
  {
    name: 'scenarios-solve',
    opens: 'sample',
    show: async (page) => {
      await onScenarios(page, 'What would have to be true');
      await page.getByRole('textbox', { name: 'Target over all its months' }).fill('900000');
      await expect(page.getByRole('dialog').getByRole('status')).toContainText('€900k');
    },
  },
  {
    name: 'motions-tasks',
    opens: 'sample',
    show: async (page) => {
      await showMotions(page);
      await page.getByRole('row', { name: 'Peak Season Playbook' }).getByRole('button', { name: 'Open' }).click();
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Show critical path and slack' }).click();
      await expect(page.locator('[data-task]').first()).toBeVisible();
    },
  },
  {
    name: 'motions-near',
    opens: 'sample',
    sizes: [SIZES[0]],
    show: async (page) => {
      await showMotions(page);
      await choose(page, page.getByRole('combobox', { name: 'Lanes' }), 'Partner');
      for (let turn = 0; turn < 6; turn += 1) await page.getByRole('button', { name: 'Nearer' }).click();
    },
  },
  {
    name: 'motions-ask',
    opens: 'sample',
    show: async (page) => {
      await showMotions(page);
      await page.getByRole('row', { name: 'Native order sync launch' }).click();
      await page.getByRole('treegrid').press('Alt+Shift+ArrowRight');
      await expect(page.getByRole('button', { name: 'Move only this' })).toBeVisible();
    },
  },
  {
    name: 'motions-board',
    opens: 'sample',
    show: async (page) => {
      await showMotions(page);
      await page.getByRole('radio', { name: 'Board' }).click();
      await expect(page.getByRole('region', { name: /^Running/ })).toBeVisible();
    },
  },
  {
    name: 'motions-table',
    opens: 'sample',
    show: async (page) => {
      await showMotions(page);
      await page.getByRole('radio', { name: 'Table' }).click();
      await expect(page.getByRole('grid', { name: 'Motions' })).toBeVisible();
    },
  },
  {
    name: 'motion-money',
    opens: 'sample',
    show: async (page) => {
      await go(page, 'Motions');
      await page.getByRole('row', { name: 'Peak Season Playbook' }).click();
      const budget = page.getByRole('region', { name: 'Shared budget' });
      await budget.getByRole('list', { name: 'Budget lines' }).getByRole('button').first().click();
      await page.getByRole('button', { name: 'Who does what' }).click();
      await page.getByRole('region', { name: 'Funds' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'joint-plan',
    opens: 'sample',
    show: async (page) => {
      await go(page, 'Partners');
      await page.getByRole('row', { name: 'Fernhill Commerce' }).hover();
      await page.getByRole('button', { name: 'Open Fernhill Commerce' }).click();
      await page.getByRole('button', { name: 'Open the partner’s page' }).click();
      await writeJointPlan(page);
    },
  },
  {
    name: 'locked-plan',
    opens: 'sample',
    show: async (page) => {
      await go(page, 'Motions');
      await command(page, 'Lock the plan');
      await page.getByRole('textbox', { name: 'Name of the locked plan' }).fill('Agreed in June');
      await page.keyboard.press('Enter');
      await page.getByRole('row', { name: 'Nordics launch kit' }).click();
      const drawer = page.getByRole('complementary', { name: 'Motion' });
      await drawer.getByLabel('Last day').first().fill('2026-11-30');
      await drawer.getByLabel('Last day').first().press('Enter');
      await command(page, 'Locked plans');
      await expect(page.getByRole('table', { name: 'What moved' })).toBeVisible();
    },
  },
  {
    name: 'capacity',
    opens: 'sample',
    show: async (page) => {
      await go(page, 'Motions');
      await command(page, 'Capacity of functions');
      await page.getByRole('textbox', { name: 'Days a month of Marketing' }).fill('8');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('table', { name: 'Capacity' })).toBeVisible();
    },
  },
  {
    name: 'outcomes',
    opens: 'sample',
    show: async (page) => {
      await go(page, 'Outcomes');
      await expect(page.getByRole('slider')).toHaveCount(6);
    },
  },
  { name: 'document', opens: 'sample', show: (page) => showDocument(page) },
  {
    name: 'document-overview',
    opens: 'sample',
    show: async (page) => {
      await showDocument(page);
      await page.getByRole('radio', { name: 'Overview' }).click();
      await expect(page.getByRole('button', { name: /^Page 4 of/ })).toBeVisible();
    },
  },
  {
    name: 'map-empty',
    opens: 'blank',
    show: (page) => expect(page.getByText('Add the first partner')).toBeVisible(),
  },
  { name: 'map-cncf', opens: 'cncf', show: showMap },
  {
    name: 'palette',
    opens: 'sample',
    show: async (page) => {
      await showMap(page);
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Find or do anything' }).fill('port');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'new-workspace',
    opens: 'start',
    show: async (page) => {
      await page.getByRole('button', { name: 'SaaS platform' }).click();
      await expect(page.getByRole('dialog', { name: 'New workspace' })).toBeVisible();
    },
  },
];

const [DESK] = SIZES;
const WALL = { width: 1920, height: 1080 };

const STYLES: readonly [string, string][] = [
  ['organic', 'Organic'],
  ['rings', 'Rings'],
  ['value-chain', 'Value chain'],
  ['lanes', 'By kind'],
  ['quadrants', 'By kind'],
];

/** The map in each layout, in front of a room, and with few, many and very many partners. */
export const MAP_SCENES: readonly Scene[] = (['sample', 'made', 'cncf'] as const).flatMap((opens) => {
  const size = { sample: 45, made: 500, cncf: 2165 }[opens];
  // With few and with very many, the organic one is among the screens already.
  const styles = STYLES.filter(([style]) => style !== 'organic' || opens === 'made').map(([style, choice]): Scene => ({
    name: `map-${size}-${style}`,
    opens,
    sizes: [DESK],
    themes: opens === 'sample' ? ['light', 'dark'] : ['light'],
    show: async (page) => {
      await showMap(page);
      await lay(page, choice);
      if (style === 'quadrants') await choose(page, page.getByRole('combobox', { name: 'As' }), 'Quadrants');
      await expect(page.locator('.stage canvas[data-drawn="crisp"]')).toHaveCount(1);
    },
  }));
  const seen = ['projector', 'projector-dark', 'value-chain-projector', 'lanes-projector'];
  const walls = seen.map((theme): Scene => ({
    name: `map-${size}-${theme}`,
    opens,
    sizes: [WALL],
    themes: ['light'],
    show: async (page) => {
      await showMap(page);
      const choice = STYLES.find(([style]) => theme.startsWith(style))?.[1];
      if (choice) await lay(page, choice);
      await map(page).focus();
      await page.keyboard.press('F11');
      if (theme === 'projector-dark') await page.getByRole('button', { name: 'Dark wall' }).click();
      await map(page).focus();
      // Until the presenter's tools have faded.
      await page.mouse.move(40, 40);
      await expect(page.getByRole('toolbar', { name: 'Presenting' })).toHaveCSS('opacity', '0');
    },
  }));
  return [...styles, ...walls];
});

/** A dialog of scenarios, while one of them is chosen. */
async function onScenarios(page: Page, entry: string): Promise<void> {
  await go(page, 'Outcomes');
  await choose(page, page.getByRole('combobox', { name: 'Scenario' }), 'Lose top reseller');
  await page.getByRole('button', { name: 'Scenarios menu' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function showMotions(page: Page): Promise<void> {
  await go(page, 'Motions');
  await expect(page.getByRole('row', { name: 'Peak Season Playbook' })).toBeVisible();
}

/** A plan that is begun: why, an objective by quarter, a named account. */
async function writeJointPlan(page: Page): Promise<void> {
  const plan = page.getByRole('region', { name: 'Joint business plan' });
  await plan.getByRole('button', { name: 'Begin a joint plan' }).click();
  await plan
    .getByRole('textbox', { name: 'Why us together' })
    .fill('Their shops need our stock to be right on the day.');
  await page.keyboard.press('Control+Enter');
  for (const entry of ['Objective', 'Named accounts', 'Strengths, weaknesses, opportunities, threats']) {
    await plan.getByRole('button', { name: 'Add to the plan' }).click();
    await page.getByRole('menuitem', { name: entry, exact: true }).click();
  }
  await page.keyboard.press('Escape');
  await plan.getByRole('button', { name: /^Target of Objective/ }).click();
  await page.keyboard.type('€400k');
  await page.keyboard.press('Enter');
  await expect(plan.getByRole('button', { name: /^Q4 of Objective: €100k/ })).toBeVisible();
  await choose(page, plan.getByRole('combobox', { name: 'Name an account' }), /^Birk/);
}

async function onPartners(page: Page, ...buttons: string[]): Promise<void> {
  await go(page, 'Partners');
  await expect(page.getByRole('row', { name: 'Oakmere Outdoor' })).toBeVisible();
  for (const name of buttons) await page.getByRole('button', { name, exact: true }).click();
}

async function chooseFile(page: Page, host: Host): Promise<void> {
  await onPartners(page, 'Import');
  await host.answer(TO_IMPORT);
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByText('Recognized as')).toBeVisible();
}

/** Until the host has laid it out so, if it is not: a large map takes a moment. */
async function lay(page: Page, choice: string): Promise<void> {
  const layout = page.getByRole('radio', { name: choice });
  if (await layout.isChecked()) return;
  const answer = page.waitForResponse((response) => response.url().endsWith('/rpc/map'));
  await layout.click();
  await answer;
}

/** The map's page, with what its section shows unfolded beside it. */
async function showDocument(page: Page): Promise<void> {
  await go(page, 'Document');
  await expect(page.getByText('Ready to export')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('list', { name: 'Sections' }).getByRole('button', { name: 'Ecosystem map' }).click();
  await expect(page.getByRole('img', { name: /, Ecosystem map$/ })).toBeVisible({ timeout: 60_000 });
}

async function showMap(page: Page): Promise<void> {
  await go(page, 'Map');
  await expect(map(page)).not.toHaveAttribute('data-partners', '0');
}
