// Workspaces to draw: the sample, the CNCF's 2,165 organizations, and made ones of 500 and of 5,000 with 15,000 lines.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
/** The sample's figures end there. */
export const TODAY = '2026-06-30';
const KINDS = ['Brand', 'Technology', 'Reseller', 'Affiliate'];
const TO_US = ['co-markets with', 'integrates with', 'resells', 'promotes'];
const BETWEEN = ['integrates with', 'refers to', 'implements for'];
const PLACES = ['North', 'Harbor', 'Cedar', 'Lumen', 'Quay', 'Saffron', 'Atlas', 'Ridge', 'Marlow', 'Tern'];
const TRADES = ['Commerce', 'Analytics', 'Outfitters', 'Logistics', 'Payments', 'Media', 'Systems', 'Foods'];

/** Writes the workspace `name` into `folder` with the command line at `program`; answers its path. */
export function workspace(program, folder, name) {
  const file = join(folder, `${name}.ecotone`);
  const run = (...args) =>
    execFileSync(program, ['--today', TODAY, ...args], {
      cwd: REPOSITORY,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  if (name === 'sample') run('new', file, '--template', 'sample');
  else if (name === 'empty') run('new', file, '--us', 'Tidewater');
  else if (name === 'cncf') {
    run('new', file, '--us', 'Cloud Native Computing Foundation');
    run('import', file, 'tests/fixtures/cncf/partners.csv', '--as', 'organizations');
    run('import', file, 'tests/fixtures/cncf/relationships.csv', '--as', 'relationships');
  } else {
    const [partners, lines] = name.split('-').map(Number);
    if (!partners) throw new Error(`There is no workspace '${name}': sample, empty, cncf, or 5000-15000.`);
    const made = generated(partners, lines ?? partners * 3);
    writeFileSync(`${file}.partners.csv`, made.partners);
    writeFileSync(`${file}.lines.csv`, made.lines);
    run('new', file, '--us', 'Tidewater');
    run('import', file, `${file}.partners.csv`, '--as', 'organizations');
    run('import', file, `${file}.lines.csv`, '--as', 'relationships');
  }
  return file;
}

/** Every partner has a line to us, the others join partners; the same each time. */
function generated(count, lines) {
  let seed = 20260630;
  const next = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const name = (i) => `${PLACES[i % 10]} ${TRADES[(i >> 3) % 8]} ${i}`;
  const partners = Array.from({ length: count }, (_, i) => `${name(i)},${KINDS[next(4)]},Group ${next(40)}`);
  const joins = Array.from({ length: count }, (_, i) => `${name(i)},Tidewater,${TO_US[next(4)]}`);
  const seen = new Set();
  while (joins.length < lines) {
    const from = next(count);
    // Half of them nearby, as partners of a kind know each other.
    const to = next(2) === 0 ? next(count) : (from + 1 + next(12)) % count;
    const key = `${from}-${to}`;
    if (from === to || seen.has(key)) continue;
    seen.add(key);
    joins.push(`${name(from)},${name(to)},${BETWEEN[next(3)]}`);
  }
  return {
    partners: `Name,Kind,Group\n${partners.join('\n')}\n`,
    lines: `From,To,Kind\n${joins.join('\n')}\n`,
  };
}
