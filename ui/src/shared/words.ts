import type { Character, Health, MotionStatus } from '../api/generated';

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
