import type { DocumentScenario, MapExtent, MapGrouping, SectionContent, SectionKind } from '../../api/generated';

/** What a section of a kind holds. */
export type OptionsOf<K extends SectionKind> = Extract<SectionContent, Record<K, unknown>>[K];
type Kinds<C> = C extends unknown ? keyof C : never;

/** How an option is chosen: by what its values are. */
export type Control =
  | { by: 'check'; label: string }
  | { by: 'words' }
  | { by: 'view'; label: string }
  | { by: 'partners'; label: string }
  | { by: 'locked_plan'; label: string }
  | { by: 'list'; label: string; words: Record<string, string> };
type ControlOf<T> = [T] extends [boolean]
  ? { by: 'check'; label: string }
  : [T] extends [string[]]
    ? { by: 'partners'; label: string }
    : [T] extends [MapExtent]
      ? { by: 'view'; label: string }
      : null extends T
        ? { by: 'locked_plan'; label: string }
        : [T] extends [string]
          ? string extends T
            ? { by: 'words' }
            : { by: 'list'; label: string; words: Record<T, string> }
          : never;

/** Every option of every kind: one that is missing here does not compile. */
type Table = { [K in Kinds<SectionContent>]: { [O in keyof OptionsOf<K>]: ControlOf<OptionsOf<K>[O]> } };

export const OPTIONS: Table = {
  cover: {},
  summary: {
    figures: { by: 'check', label: 'Key figures' },
    findings: { by: 'check', label: 'Findings' },
    contents: { by: 'check', label: 'Contents' },
  },
  strategy: {
    profile: { by: 'check', label: 'Six aspects' },
    known: { by: 'check', label: 'How it is known' },
  },
  map: {
    extent: { by: 'view', label: 'Shows' },
    legend: { by: 'check', label: 'Legend' },
    details: { by: 'check', label: 'Parts, large enough to read' },
    unplaced: { by: 'check', label: 'Who has no place yet' },
    readings: { by: 'check', label: 'Three readings' },
    partners: { by: 'check', label: 'Partner list' },
  },
  partners: {},
  profiles: {
    of: {
      by: 'list',
      label: 'Of',
      words: { strategic: 'Strategic partners', strategic_and_ecotone: 'Strategic and ecotone', everyone: 'Everyone' },
    },
    aspects: { by: 'check', label: 'Six aspects' },
  },
  timeline: {},
  motions: { budget: { by: 'check', label: 'Budget and payers' } },
  outcomes: { months: { by: 'check', label: 'Table of months' } },
  scenarios: {
    differences: { by: 'check', label: 'What each sees differently' },
    inputs: { by: 'check', label: 'Inputs and assumptions' },
  },
  growth: {},
  joint_plan: { partners: { by: 'partners', label: 'With' } },
  review: {},
  changes: { since: { by: 'locked_plan', label: 'Since' } },
  risks: {},
  budget: { funds: { by: 'check', label: 'Market development funds' } },
  glossary: {},
  method: {},
  text: { title: { by: 'words' }, markdown: { by: 'words' } },
};

/** A map of everyone, of a saved view, or group by group, as one choice of a list. */
export function extentKey(extent: MapExtent): string {
  if (extent === 'whole') return extent;
  return 'view' in extent ? extent.view : `by ${extent.by}`;
}

export const GROUPINGS: Record<MapGrouping, string> = {
  kind: 'Kind by kind',
  tier: 'Tier by tier',
  owner: 'Owner by owner',
  character: 'Zone by zone',
};

export function extentOf(key: string): MapExtent {
  const grouping = (Object.keys(GROUPINGS) as MapGrouping[]).find((by) => key === `by ${by}`);
  if (grouping) return { by: grouping };
  return key === 'whole' ? key : { view: key };
}

/** Whose figures are printed, as one choice of a list. */
export function scenarioKey(scenario: DocumentScenario): string {
  return typeof scenario === 'string' ? scenario : scenario.named;
}

export function scenarioOf(key: string): DocumentScenario {
  return key === 'chosen' || key === 'expected' ? key : { named: key };
}

/** An option of a section with its value, ready to be shown and changed. */
export interface Option {
  key: string;
  control: Control;
  value: unknown;
}

/** The options of a section, in the order of the table. */
export function optionsOf(content: SectionContent): Option[] {
  const [[kind, values] = []] = Object.entries(content) as [SectionKind, Record<string, unknown>][];
  if (kind === undefined || values === undefined) return [];
  const controls = Object.entries(OPTIONS[kind]) as [string, Control][];
  return controls.map(([key, control]) => ({ key, control, value: values[key] }));
}

/** The same section with one option changed. What the core does not know it refuses. */
export function withOption(content: SectionContent, key: string, value: unknown): SectionContent {
  const [[kind, values] = []] = Object.entries(content);
  return kind === undefined ? content : ({ [kind]: { ...values, [key]: value } } as unknown as SectionContent);
}
