/** What the workspace's keys are called. Pure: the workspace's state comes in. */

import type {
  Aspect,
  CustomFieldView,
  OrganizationKind,
  Owner,
  PartnerRow,
  TagView,
  WorkspaceState,
} from '../../api/generated';
import { amountText, dayText, numberText } from '../../shared/format';
import { CHARACTER_WORDS } from '../../shared/words';
import type { Vocabulary } from './table';

/** The six aspects in their fixed order, in few words. */
export const ASPECT_WORDS: Record<Aspect, string> = {
  focus: 'focus',
  relationship_type: 'type',
  value_exchange: 'exchange',
  scales_by: 'scales by',
  success_metrics: 'metrics',
  involvement: 'involvement',
};

/** How an aspect's value is drawn: below the workspace's lower bound, between both, above the upper one, or not known. */
export function levelOf(state: Pick<WorkspaceState, 'bounds'>, value: number | null): Level {
  if (value === null) return 'unknown';
  if (value < state.bounds.lower) return 'hollow';
  return value < state.bounds.upper ? 'tinted' : 'filled';
}

export type Level = 'unknown' | 'hollow' | 'tinted' | 'filled';

/** No owner and no stage, as a choice among others. */
export const NOBODY = '';

export function kindOf(state: WorkspaceState, key: string): OrganizationKind | undefined {
  return state.organization_kinds.find((kind) => kind.key === key);
}

export function kindName(state: WorkspaceState, key: string): string {
  return kindOf(state, key)?.name ?? key;
}

export function stageName(state: WorkspaceState, key: string | null): string | null {
  return key === null ? null : (state.stages.find((stage) => stage.key === key)?.name ?? key);
}

/** An owner as the value of a choice. */
export function ownerKey(owner: Owner | null): string {
  if (owner === null) return NOBODY;
  return 'person' in owner ? `person:${owner.person}` : `function:${owner.function}`;
}

export function ownerLabel(state: WorkspaceState, owner: Owner | null): string | null {
  if (owner === null) return null;
  const key = ownerKey(owner);
  return state.owners.find((known) => ownerKey(known.owner) === key)?.label ?? 'Somebody';
}

/** The owner that a choice stands for. */
export function chosenOwner(state: WorkspaceState, key: string): Owner | null {
  return state.owners.find((known) => ownerKey(known.owner) === key)?.owner ?? null;
}

export interface Choice {
  value: string;
  label: string;
}

export function kindChoices(state: WorkspaceState): Choice[] {
  return state.organization_kinds.map((kind) => ({ value: kind.key, label: kind.name }));
}

export function stageChoices(state: WorkspaceState): Choice[] {
  return [
    { value: NOBODY, label: 'No stage' },
    ...state.stages.map((stage) => ({ value: stage.key, label: stage.name })),
  ];
}

export function ownerChoices(state: WorkspaceState): Choice[] {
  return [
    { value: NOBODY, label: 'Unassigned' },
    ...state.owners.map((owner) => ({ value: ownerKey(owner.owner), label: owner.label })),
  ];
}

/** Kinds of relationship as a sentence about the partner reads them ("integrates with"). */
export function relationshipChoices(state: WorkspaceState): Choice[] {
  return state.relationship_kinds.map((kind) => ({ value: kind.key, label: capital(kind.forward) }));
}

/** A value of a custom field as a person reads it. */
export function customText(field: CustomFieldView, value: string, currency: string): string {
  switch (field.kind) {
    case 'number':
      return numberText(Number(value), decimals(value));
    case 'money':
      return amountText(value, currency);
    case 'date':
      return dayText(value, true);
    case 'multi_choice':
      return textsIn(value).join(', ');
    default:
      return value;
  }
}

/** No figure is rounded away: as many as were written, within reason. */
function decimals(value: string): number {
  return Math.min(6, value.split('.')[1]?.length ?? 0);
}

/** The texts of a JSON list; none where it is none. */
export function textsIn(value: string): string[] {
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) ? list.filter((each): each is string => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** Words that a table of partners is sorted and searched by. */
export function tableWords(
  state: WorkspaceState,
  fields: readonly CustomFieldView[] = [],
  tags: readonly TagView[] = [],
): Vocabulary {
  const own = new Map(fields.map((field) => [field.key, field]));
  const tagNames = new Map(tags.map((tag) => [tag.id, tag.name]));
  const kinds = new Map(state.organization_kinds.map((kind) => [kind.key, kind.name]));
  const stages = new Map(state.stages.map((stage) => [stage.key, stage]));
  return {
    kindName: (key) => kinds.get(key) ?? key,
    stageName: (key) => stages.get(key)?.name ?? key,
    stagePosition: (key) => stages.get(key)?.position ?? stages.size,
    ownerLabel: (owner) => ownerLabel(state, owner) ?? '',
    tagName: (id) => tagNames.get(id) ?? '',
    custom: (key, value) => {
      const field = own.get(key);
      if (!field) return { text: value, figure: null };
      const isFigure = field.kind === 'number' || field.kind === 'money';
      // Days are sorted as they are written, not as they are read.
      const isDay = field.kind === 'date';
      return {
        text: customText(field, value, state.currency),
        figure: isFigure ? Number(value) : isDay ? Date.parse(value) : null,
      };
    },
  };
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Where Expected sees a partner, where the chosen scenario sees it elsewhere: "Ecotone, depth 2.4". */
export function standingBefore({ base, character }: PartnerRow): string | null {
  if (base.character === null && base.depth === null) return null;
  const depth = base.depth === null ? '' : `, depth ${base.depth}`;
  return `${CHARACTER_WORDS[base.character ?? character]}${depth}`;
}
