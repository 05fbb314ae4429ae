// The Rust core behind HTTP on loopback, one for each test, with dialogs answered by the test.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test as base } from '@playwright/test';

/** The day on which every test happens; the sample's figures end there. */
const TODAY = '2026-06-30';

export interface Host {
  readonly address: string;
  /** A path in this test's own folder. */
  path(name: string): string;
  /** What the next dialog returns. */
  answer(path: string): Promise<void>;
}

export const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'ecotone-browser-'));
    const { child, address } = await serve(folder);
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
});

export { expect } from '@playwright/test';

async function serve(folder: string): Promise<{ child: ChildProcess; address: string }> {
  const program = process.env.ECOTONE;
  if (!program) throw new Error('ECOTONE must name the program; `cargo xtask test e2e` sets it.');
  const page = join(__dirname, '../../../ui/dist');
  const child = spawn(program, ['--today', TODAY, 'serve', '--folder', folder, '--ui', page, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [first] = (await Promise.race([once(lines, 'line'), once(child, 'exit')])) as unknown[];
  if (typeof first !== 'string') throw new Error(`The host ended at once (${String(first)}); see above.`);
  return { child, address: first.trim() };
}
