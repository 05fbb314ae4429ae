// The Rust core behind HTTP on loopback, one for each test, with dialogs answered by the test.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test as base } from '@playwright/test';
import { ecosystem } from './made';
import { countCalls } from './settled';

/** The day on which every test happens; the sample's figures end there. */
const TODAY = '2026-06-30';
const REPOSITORY = join(__dirname, '../../..');

/** What the window shows when the test begins: the start screen, or one of the workspaces. */
export type Opens = 'start' | 'sample' | 'blank' | 'made' | 'cncf' | 'hostile' | 'names' | 'tray' | 'alike';

/** Names that would be markup, code or a broken line anywhere but in a name. */
export const HOSTILE_NAMES = [
  '<img src=x onerror=alert(1)>',
  'شركة الشراكة',
  '🌊 Wave & Söhne 👩‍👩‍👧',
  '=HYPERLINK("x") {{7*7}} ${7*7}',
  `Long ${'wide '.repeat(59)}`.trim(),
] as const;

export interface Host {
  readonly address: string;
  /** A path in this test's own folder. */
  path(name: string): string;
  /** What the next dialog returns. */
  answer(path: string): Promise<void>;
}

interface Fixtures {
  opens: Opens;
  host: Host;
  quiet: void;
}

interface Shared {
  /** Workspaces made once; each test gets a copy. */
  workspaces: (kind: Exclude<Opens, 'start'>) => string;
}

export const test = base.extend<Fixtures, Shared>({
  opens: ['start', { option: true }],
  workspaces: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'ecotone-made-'));
      const made = new Map<string, string>();
      await use((kind) => {
        const file = made.get(kind) ?? make(kind, join(folder, `${kind}.ecotone`));
        made.set(kind, file);
        return file;
      });
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  host: async ({ opens, workspaces }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'ecotone-browser-'));
    const file = opens === 'start' ? undefined : join(folder, 'Plan.ecotone');
    if (file && opens !== 'start') copyFileSync(workspaces(opens), file);
    const { child, address } = await serve(folder, file);
    await use({
      address,
      path: (name) => join(folder, name),
      async answer(path) {
        const given = await fetch(`${address}/answer`, { method: 'POST', body: path });
        if (!given.ok) throw new Error(`The host did not take the answer: ${given.status}`);
      },
    });
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  },
  baseURL: async ({ host }, use) => use(host.address),
  // Whatever else a test looks at: the page throws nothing, breaks no policy, and no name becomes a script.
  quiet: [
    async ({ page }, use) => {
      countCalls(page);
      const heard: string[] = [];
      page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
      page.on('dialog', (dialog) => {
        heard.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('console', (message) => {
        // A refusal of the core is an answer; the browser writes it down as a failed request.
        if (message.type() === 'error' && !message.text().includes('status of 422')) heard.push(message.text());
      });
      await use();
      expect(heard, 'errors, policy violations and dialogs of the page').toEqual([]);
    },
    { auto: true },
  ],
});

export const { expect } = base;

function program(): string {
  const { ECOTONE } = process.env;
  if (!ECOTONE) throw new Error('ECOTONE must name the program; `cargo xtask test e2e` sets it.');
  return ECOTONE;
}

function make(kind: Exclude<Opens, 'start'>, file: string): string {
  const run = (...args: string[]): unknown =>
    execFileSync(program(), ['--today', TODAY, ...args], { cwd: REPOSITORY, stdio: ['ignore', 'ignore', 'inherit'] });
  if (kind === 'sample') run('new', file, '--template', 'sample');
  if (kind === 'blank') run('new', file, '--us', 'Tidewater');
  if (kind === 'made') {
    const { partners, lines } = ecosystem(500);
    writeFileSync(`${file}.partners.csv`, partners);
    writeFileSync(`${file}.lines.csv`, lines);
    run('new', file, '--us', 'Tidewater');
    run('import', file, `${file}.partners.csv`, '--as', 'organizations');
    run('import', file, `${file}.lines.csv`, '--as', 'relationships');
  }
  if (kind === 'cncf') {
    run('new', file, '--us', 'Cloud Native Computing Foundation');
    run('import', file, 'tests/fixtures/cncf/partners.csv', '--as', 'organizations');
    run('import', file, 'tests/fixtures/cncf/relationships.csv', '--as', 'relationships');
  }
  if (kind === 'names') {
    const names = 'tests/fixtures/names/names.csv';
    run('new', file, '--us', 'Tidewater');
    run('import', file, names, '--as', 'organizations');
    // So many have their names at full size on the map; the others wait for zoom in narrower lines.
    const rows = readFileSync(join(REPOSITORY, names), 'utf8').trim().split('\n').slice(1, 151);
    const lines = rows.map((row) => `${row.slice(0, row.lastIndexOf(','))},Tidewater,Integrates with\n`);
    writeFileSync(`${file}.csv`, `From,To,Relationship\n${lines.join('')}`);
    run('import', file, `${file}.csv`, '--as', 'relationships');
  }
  if (kind === 'tray') {
    // A kind of the workspace's own says nothing about depth: those two wait in the tray, with an active line.
    writeFileSync(`${file}.partners.csv`, 'Name,Kind\nAlpenglow,Brand\nBergfest,Reseller\nCanopy,Brand\nDrift,Brand\n');
    const lines = ['Alpenglow,Tidewater,Sponsors', 'Bergfest,Tidewater,Resells', 'Canopy,Tidewater,Co-markets with'];
    writeFileSync(`${file}.lines.csv`, `From,To,Relationship\n${lines.join('\n')}\nDrift,Tidewater,Sponsors\n`);
    run('new', file, '--us', 'Tidewater');
    run('import', file, `${file}.partners.csv`, '--as', 'organizations');
    run('import', file, `${file}.lines.csv`, '--as', 'relationships');
  }
  if (kind === 'alike') {
    const partners = [
      'Saltmarsh,Brand,https://saltmarsh.example,Grow,Met in May',
      'Saltmarsh Ltd,Brand,https://www.saltmarsh.example,,Hosts our visits',
      'Velo Nord,Brand,,,',
      'Velo Nort,Brand,,,',
      'Oakmere,Reseller,https://oakmere.example,,',
      'Tarn,Brand,https://oakmere.example,Active,',
    ];
    writeFileSync(`${file}.partners.csv`, `Name,Kind,Website,Stage,Notes\n${partners.join('\n')}\n`);
    const lines = [
      'Saltmarsh Ltd,Tidewater,Co-markets with',
      'Saltmarsh,Saltmarsh Ltd,Owns',
      'Tarn,Tidewater,Promotes',
    ];
    writeFileSync(`${file}.lines.csv`, `From,To,Relationship\n${lines.join('\n')}\n`);
    run('new', file, '--us', 'Tidewater');
    run('import', file, `${file}.partners.csv`, '--as', 'organizations');
    run('import', file, `${file}.lines.csv`, '--as', 'relationships');
  }
  if (kind === 'hostile') {
    const names = HOSTILE_NAMES.map((name) => `"${name.replaceAll('"', '""')}",brand\n`).join('');
    writeFileSync(`${file}.csv`, `Name,Kind\n${names}`);
    run('new', file, '--us', 'Tidewater');
    run('import', file, `${file}.csv`, '--as', 'organizations');
  }
  return file;
}

async function serve(folder: string, file?: string): Promise<{ child: ChildProcess; address: string }> {
  const page = process.env.ECOTONE_PAGE ?? join(REPOSITORY, 'ui/dist');
  const args = ['--today', TODAY, 'serve', '--folder', folder, '--ui', page, '--port', '0'];
  const child = spawn(program(), file ? [...args, file] : args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const [first] = (await Promise.race([once(lines, 'line'), once(child, 'exit')])) as unknown[];
  if (typeof first !== 'string') throw new Error(`The host ended at once (${String(first)}); see above.`);
  return { child, address: first.trim() };
}
