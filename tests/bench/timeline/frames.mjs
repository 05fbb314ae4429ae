// How the timeline keeps up with the hand: node tests/bench/timeline/frames.mjs [--keep FILE]
//
// ECOTONE names the command line built with the feature `serve` (release, for figures that mean something). With --keep
// the workspace of 500 motions and 10,000 tasks is only written there, for the benchmark of the display list.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { tick } from '../map/gestures.mjs';
import { chromium, served } from '../map/hosts.mjs';
import { gesture, shown } from './gestures.mjs';
import { workspace } from './workspace.mjs';

const SIZE = { width: 1440, height: 900 };
const TODAY = '2026-06-18';
const DURATION = 2500;
/** Of a drag, by the issue. */
const P95 = 2;

const { values } = parseArgs({
  options: {
    keep: { type: 'string' },
    page: {
      type: 'string',
      default: fileURLToPath(new URL('../../../ui/dist', import.meta.url)),
    },
  },
});
const program = process.env.ECOTONE;
if (!program) throw new Error('ECOTONE must name the command line, built with --features serve.');
const folder = mkdtempSync(join(tmpdir(), 'ecotone-timeline-'));
try {
  const file = workspace(program, folder, TODAY);
  if (values.keep) copyFileSync(file, values.keep);
  else process.exitCode = (await measured(file)) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measured(file) {
  const host = await served(program, file, folder, values.page, TODAY);
  const view = await chromium(host.address, SIZE);
  let held = true;
  try {
    await view.open();
    const { error, at } = await view.run(shown);
    if (error) throw new Error(error);
    line('500 motions, 10,000 tasks: shown after', at, 'ms');
    const refresh = await view.run(tick);
    line('refresh tick', refresh, 'ms');
    for (const kind of ['drag', 'resize', 'scroll', 'pan', 'zoom']) {
      const { gaps, busy, error: failed } = await view.run(gesture, { kind, duration: DURATION });
      if (failed) throw new Error(`${kind}: ${failed}`);
      gaps.sort((a, b) => a - b);
      busy.sort((a, b) => a - b);
      const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
      const bound = kind === 'drag' || kind === 'resize' ? P95 : Infinity;
      line(`${kind}: median frame`, at(gaps, 0.5) / refresh, 'ticks');
      held = line(`${kind}: 95th percentile`, at(gaps, 0.95) / refresh, 'ticks', bound) && held;
      line(`${kind}: longest`, at(gaps, 1) / refresh, 'ticks');
      line(`${kind}: the page's own work, 95th percentile`, at(busy, 0.95) ?? 0, 'ms');
    }
  } finally {
    await view.end();
    await host.end();
  }
  return held;
}

function line(what, value, unit, limit = Infinity) {
  const held = value <= limit;
  const bound = limit === Infinity ? '' : `  (at most ${limit})${held ? '' : '  MISSED'}`;
  console.log(`${what.padEnd(48)} ${value.toFixed(unit === 'ticks' ? 2 : 1).padStart(8)} ${unit}${bound}`);
  return held;
}
