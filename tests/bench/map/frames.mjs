// How the map keeps up with the hand: node tests/bench/map/frames.mjs [--engine chromium|webkit] [WORKSPACE …]
//
// ECOTONE names the command line built with the feature `serve` (release, for figures that mean something); with
// ECOTONE_DESKTOP the engine `webkit` is the product's own window, else WebKitGTK's small browser on the same page.
// WORKSPACE is sample, cncf, 500-1500, 2165-6000 or 5000-15000; all of the when left out.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { blank, closeIn, finished, gesture, tick } from './gestures.mjs';
import { chromium, served, webkit } from './hosts.mjs';
import { TODAY, workspace } from './workspaces.mjs';

const SIZE = { width: 1440, height: 900 };
const LIMITS = { small: { median: 1.2, p95: 2 }, large: { median: 2, p95: 3 } };
const CRISP = 150;
const GESTURE = 2500;
const ROUNDS = 2;
const SHOTS = 6;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string', default: 'chromium' },
    page: {
      type: 'string',
      default: fileURLToPath(new URL('../../../ui/dist', import.meta.url)),
    },
    pictures: { type: 'string' },
  },
});
const program = process.env.ECOTONE;
if (!program) throw new Error('ECOTONE must name the command line, built with --features serve.');
const names = positionals.length > 0 ? positionals : ['500-1500', 'cncf', '5000-15000'];
const folder = mkdtempSync(join(tmpdir(), 'ecotone-frames-'));
/** The window's preferences are not the person's own, and its day is the sample's. */
const OWN = {
  XDG_CONFIG_HOME: join(folder, 'config'),
  XDG_DATA_HOME: join(folder, 'data'),
  ECOTONE_TODAY: TODAY,
};
const pictures = [];
let failed = 0;
try {
  console.log(
    `engine ${values.engine}${process.env.ECOTONE_DESKTOP && values.engine === 'webkit' ? ' (the real window)' : ''}`,
  );
  const empty = await opened('empty', async (view, first) => ({ first, again: await view.run(finished) }));
  line('empty', 'first frame of the first opening', empty.first.at, Infinity, 'ms');
  line('empty', 'first frame, opened again', empty.again.at, Infinity, 'ms');
  for (const name of names) await opened(name, (view, first) => measure(name, view, first, empty));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : 0;

async function opened(name, use) {
  const file = workspace(program, folder, name);
  const desktop = values.engine === 'webkit' ? process.env.ECOTONE_DESKTOP : undefined;
  const host = desktop ? undefined : await served(program, file, folder, values.page, TODAY);
  const view = await (values.engine === 'webkit'
    ? webkit(host?.address ?? file, SIZE, desktop, OWN)
    : chromium(host.address, SIZE));
  try {
    // First with nothing remembered by the program; then again, as when a window is shown the same workspace.
    if (!desktop) await view.open();
    const first = await view.run(finished);
    await view.open();
    return await use(view, first);
  } finally {
    await view.end();
    await host?.end();
  }
}

async function measure(name, view, first, empty) {
  const done = await view.run(finished);
  for (const { error } of [first, done]) if (error) throw new Error(`${name}: ${error}`);
  const limits = Number(name.split('-')[0]) > 4000 ? LIMITS.large : LIMITS.small;
  const soon = name === 'cncf' ? 1000 : Infinity;
  line(name, 'finished after the empty window', first.at - empty.first.at, soon, 'ms');
  line(name, 'the same, opened again', done.at - empty.again.at, soon, 'ms');
  if (done.host !== null) line(name, "of which the host's answer", done.host, Infinity, 'ms');
  const refresh = await view.run(tick);
  line(name, 'refresh tick', refresh, Infinity, 'ms');
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const kind of round === 0 ? ['pan', 'zoom'] : ['zoom', 'pan']) {
      const moving = view.run(gesture, { kind, duration: GESTURE });
      const { gaps, busy, crisp, snapshots, error } = await moving;
      if (error) throw new Error(`${name}: ${error}`);
      const sorted = gaps.sort((a, b) => a - b);
      const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / refresh;
      line(name, `${kind}: median frame`, at(0.5), limits.median, 'ticks');
      line(name, `${kind}: 95th percentile`, at(0.95), limits.p95, 'ticks');
      line(name, `${kind}: longest`, at(1), Infinity, 'ticks');
      busy.sort((a, b) => a - b);
      line(name, `${kind}: the page's own work`, busy[Math.floor(busy.length / 2)] ?? 0, Infinity, 'ms');
      line(name, `${kind}: crisp after the end`, crisp, CRISP, 'ms');
      line(name, `${kind}: from snapshots`, snapshots * 100, Infinity, '%');
    }
  }
  await bands(name, view);
}

/**
 * Pictures taken in the middle of gestures close in, where zones and panels fill the view: nothing may be left
 * unpainted. What is not painted shows the color of the page behind the canvas.
 */
async function bands(name, view) {
  await view.run(closeIn);
  let worst = 0;
  for (const kind of ['pan', 'zoom']) {
    const moving = view.run(gesture, { kind, duration: GESTURE, reach: 0.12 });
    for (let shot = 0; shot < SHOTS; shot += 1) {
      const picture = await view.screenshot();
      if (values.pictures)
        writeFileSync(join(values.pictures, `${name}-${kind}-${shot}.png`), Buffer.from(picture, 'base64'));
      pictures.push(picture);
    }
    await moving;
  }
  for (const picture of pictures.splice(0)) worst = Math.max(worst, await view.run(blank, picture));
  line(name, 'blank band in screenshots', worst, 0, 'px');
}

function line(name, what, value, limit, unit) {
  const held = value <= limit;
  if (!held) failed += 1;
  const bound = limit === Infinity ? '' : `  (at most ${limit})${held ? '' : '  MISSED'}`;
  console.log(
    `${name.padEnd(12)} ${what.padEnd(34)} ${value.toFixed(unit === 'ticks' ? 2 : value < 20 ? 1 : 0).padStart(7)} ${unit}${bound}`,
  );
}
