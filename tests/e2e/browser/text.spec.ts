// Names are as wide on the page as the core measured them: nothing that it kept apart can meet.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './host';
import { map, visit } from './sample';

const NAMES = join(__dirname, '../../fixtures/names/names.csv');
/** Pixels by which a box may differ. */
const TOLERANCE = 0.5;
const SCRIPTS = [
  /\p{sc=Latin}/u,
  /\p{sc=Cyrillic}/u,
  /\p{sc=Greek}/u,
  /\p{sc=Arabic}/u,
  /\p{sc=Hebrew}/u,
  /\p{sc=Han}/u,
];

interface Label {
  lines: string[];
  width: number;
  size: number;
  weight: number;
}

/** What the core sends for a map: only what is read here. */
interface Sent {
  list: {
    items: {
      type: string;
      id: string | null;
      lines: string[];
      size: [number, number];
      font_size: number;
      weight: number;
    }[];
  };
}

test.use({ opens: 'names' });

test('500 names in six scripts, some with pictographs, are as wide in the browser as the core says', async ({
  page,
}) => {
  const names = readFileSync(NAMES, 'utf8');
  for (const script of SCRIPTS) expect(names).toMatch(script);
  const labels = await labelsOf(page);
  expect(labels.length).toBeGreaterThanOrEqual(500);
  const far = (await widths(page, labels))
    .map((width, index) => ({
      ...labels[index],
      shown: width,
      by: Math.abs(width - (labels[index]?.width ?? 0)),
    }))
    .filter(({ by }) => by > TOLERANCE);
  expect(far).toEqual([]);
});

test('the map asks for the letters of every script that it shows', async ({ page }) => {
  await labelsOf(page);
  const names = readFileSync(NAMES, 'utf8').split('\n').slice(1);
  for (const script of [
    /^[\p{sc=Arabic} ]+/u,
    /^[\p{sc=Hebrew} ]+/u,
    /^[\p{sc=Han} ]+/u,
    /^\p{Emoji_Presentation} \p{L}+/u,
  ]) {
    const name = names.map((row) => script.exec(row.split(',')[0] ?? '')?.[0] ?? '').find((text) => text.length > 2);
    // A name that is found is shown at any zoom.
    await findShown(page, name ?? '');
  }
  await expect.poll(() => loaded(page)).toEqual(expect.arrayContaining(['U+591', 'U+600', 'U+3000', 'U+20E3']));
});

test('each weight has a face of its own', async ({ page }) => {
  const labels = await labelsOf(page);
  const widest = labels
    .filter(({ lines }) => /\p{sc=Arabic}|\p{sc=Hebrew}|\p{sc=Latin}/u.test(lines.join('')))
    .slice(0, 60);
  const light = await widths(
    page,
    widest.map((label) => ({ ...label, weight: 420 })),
  );
  const bold = await widths(
    page,
    widest.map((label) => ({ ...label, weight: 680 })),
  );
  expect(bold.filter((width, index) => width > (light[index] ?? 0)).length).toBeGreaterThan(50);
});

async function findShown(page: Page, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Find on the map' });
  await field.fill(name);
  await expect(page.getByRole('option').first()).toBeVisible();
  await field.press('Enter');
  await expect(map(page)).toHaveAttribute('data-selected', /./);
}

/** The labels of the map as the page got them. */
async function labelsOf(page: Page): Promise<Label[]> {
  const answer = page.waitForResponse((response) => response.url().endsWith('/rpc/map'));
  await visit(page, 'Map');
  const sent = (await (await answer).json()) as Sent;
  await expect(map(page)).toHaveAttribute('data-partners', '500');
  const labels = sent.list.items.filter(({ type, id }) => type === 'label' && id?.startsWith('organization:'));
  return labels.map(({ lines, size, font_size, weight }) => ({
    lines,
    width: size[0],
    size: font_size,
    weight,
  }));
}

/** The first letter of each loaded face that has letters of its own. */
function loaded(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.fonts]
      .filter(({ family, status }) => family.includes('Inter Picture') && status === 'loaded')
      .map(({ unicodeRange }) => (unicodeRange.split(/[-,]/)[0] ?? '').replace('U+0', 'U+')),
  );
}

/** Width of the widest line of each label, as the page's own painter would write it. */
async function widths(page: Page, labels: readonly Label[]): Promise<number[]> {
  return page.evaluate(async (given) => {
    const letters = given.flatMap(({ lines }) => lines).join('');
    await Promise.all(
      [420, 520, 620, 680].map((weight) => document.fonts.load(`${weight} 12px "Inter Picture"`, letters)),
    );
    const context = document.createElement('canvas').getContext('2d');
    if (!context) throw new Error('This browser has no canvas.');
    return given.map(({ lines, size, weight }) => {
      context.font = `${weight} ${size}px "Inter Picture", "Inter", sans-serif`;
      return Math.max(...lines.map((line) => context.measureText(line).width));
    });
  }, labels);
}
