// What every peer's script shares: reading a graph, timing the layout call alone, writing what came out.
//
// A script that times prints one line "ms WALL CPU" for each repeat. Reading, building the peer's own graph and writing
// are outside of the timed call. Repeats end early once --budget seconds are spent, so that slow peers run once.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

export function readArguments() {
  const options = { groups: {}, box: { default: "100x30" }, repeats: { default: "5" }, budget: { default: "5" }, out: {} };
  for (const option of Object.values(options)) option.type = "string";
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [program, graph] = positionals;
  const [width, height] = values.box.split("x").map(Number);
  return { program, graph, ...values, width, height, repeats: Number(values.repeats), budget: Number(values.budget) };
}

/** n nodes, lines as pairs, and a group for each node. */
export function readGraph(args) {
  const [n, m, ...ends] = readFileSync(args.graph, "utf8").trim().split(/\s+/).map(Number);
  const lines = Array.from({ length: m }, (_, i) => [ends[2 * i], ends[2 * i + 1]]);
  const groups = args.groups ? JSON.parse(readFileSync(args.groups, "utf8")) : new Array(n).fill(0);
  return { n, lines, groups, width: args.width, height: args.height };
}

/** Peers that draw from Math.random get the same numbers in every run. */
export function seedRandom(seed) {
  let state = seed >>> 0;
  Math.random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Runs `prepare` untimed and what it answers timed, each time anew; what the last run answered. */
export async function repeat(args, prepare) {
  const begun = performance.now();
  let answer;
  for (let run = 0; run < args.repeats; run++) {
    if (run > 0 && performance.now() - begun > args.budget * 1e3) break;
    seedRandom(1);
    const call = await prepare();
    const [wall, cpu] = [performance.now(), process.cpuUsage()];
    answer = await call();
    const [took, used] = [performance.now() - wall, process.cpuUsage(cpu)];
    console.log(`ms ${took.toFixed(3)} ${((used.user + used.system) / 1e3).toFixed(3)}`);
  }
  return answer;
}

export function write(path, points) {
  if (path) writeFileSync(path, Buffer.from(Float32Array.from(points.flat()).buffer));
}
