import type { Audience, Character, Function, Health, MotionStatus } from '../api/generated';

export const CHARACTER_WORDS: Record<Character, string> = {
  strategic: 'Strategic',
  ecotone: 'Ecotone',
  transactional: 'Transactional',
  unknown: 'Unknown',
};

export const STATUS_WORDS: Record<MotionStatus, string> = {
  idea: 'Idea',
  draft: 'Draft',
  proposed: 'Proposed',
  agreed: 'Agreed',
  running: 'Running',
  paused: 'Paused',
  done: 'Done',
  dropped: 'Dropped',
};

export const HEALTH_WORDS: Record<Health, string> = {
  on_track: 'On track',
  at_risk: 'At risk',
  behind: 'Behind',
};

export const AUDIENCE_WORDS: Record<Audience, string> = { internal: 'Internal', client: 'Client', partner: 'Partner' };

export function isAudience(value: string): value is Audience {
  return value in AUDIENCE_WORDS;
}

export const FUNCTION_WORDS: Record<Function, string> = {
  marketing: 'Marketing',
  sales: 'Sales',
  product: 'Product',
  executive: 'Executive',
  performance: 'Performance',
  partnerships: 'Partnerships',
  operations: 'Operations',
};

export function isFunction(value: string): value is Function {
  return value in FUNCTION_WORDS;
}
