// A made ecosystem: every partner has a line to us, some join others; the same each time.

const KINDS = ['Brand', 'Technology', 'Reseller', 'Affiliate'];
const TO_US = ['co-markets with', 'integrates with', 'resells', 'promotes'];
const BETWEEN = ['integrates with', 'refers to', 'implements for'];
const PLACES = ['North', 'Harbor', 'Cedar', 'Lumen', 'Quay', 'Saffron', 'Atlas', 'Ridge', 'Marlow', 'Tern'];
const TRADES = ['Commerce', 'Analytics', 'Outfitters', 'Logistics', 'Payments', 'Media', 'Systems', 'Foods'];
const STAGES = ['Identify', 'Enable', 'Grow'];

/** Two CSV files for a workspace whose own company is Tidewater. */
export function ecosystem(count: number): { partners: string; lines: string } {
  let seed = 20260630;
  const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
  const name = (i: number): string => `${PLACES[i % 10]} ${TRADES[(i >> 3) % 8]} ${i}`;
  const all = Array.from({ length: count }, (_, i) => i);
  const partner = (i: number): string =>
    [name(i), KINDS[next(4)], `Group ${1 + next(24)}`, 1 + next(3), STAGES[next(3)]].join(',');
  const line = (i: number): string => `${name(i)},Tidewater,${TO_US[next(4)]}`;
  const partners = ['Name,Kind,Group,Tier,Stage', ...all.map(partner)];
  const lines = ['From,To,Relationship', ...all.map(line)];
  for (const from of all) {
    const to = (from + 1 + next(12)) % count;
    lines.push(`${name(from)},${name(to)},${BETWEEN[next(3)]}`);
  }
  return { partners: `${partners.join('\n')}\n`, lines: `${lines.join('\n')}\n` };
}
