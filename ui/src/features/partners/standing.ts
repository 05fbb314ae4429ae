/** How a motion stands, as an icon, a color and a word. A running one says its health. */

import Ban from '@lucide/svelte/icons/ban';
import Check from '@lucide/svelte/icons/check';
import CircleAlert from '@lucide/svelte/icons/circle-alert';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import CirclePause from '@lucide/svelte/icons/circle-pause';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import PenLine from '@lucide/svelte/icons/pen-line';
import Play from '@lucide/svelte/icons/play';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { Component } from 'svelte';
import type { Health, MotionStatus } from '../../api/generated';
import { HEALTH_WORDS, STATUS_WORDS } from '../../shared/words';

export interface Standing {
  icon: Component<{ size?: number | string; strokeWidth?: number | string }>;
  tone: 'neutral' | 'ok' | 'warn' | 'bad' | 'info';
  word: string;
}

const STANDINGS: Record<Health | MotionStatus, Standing> = {
  on_track: { icon: CircleCheck, tone: 'ok', word: HEALTH_WORDS.on_track },
  at_risk: { icon: TriangleAlert, tone: 'warn', word: HEALTH_WORDS.at_risk },
  behind: { icon: CircleAlert, tone: 'bad', word: HEALTH_WORDS.behind },
  idea: { icon: Lightbulb, tone: 'neutral', word: STATUS_WORDS.idea },
  draft: { icon: PenLine, tone: 'neutral', word: STATUS_WORDS.draft },
  proposed: { icon: CircleDashed, tone: 'neutral', word: STATUS_WORDS.proposed },
  agreed: { icon: CircleCheck, tone: 'neutral', word: STATUS_WORDS.agreed },
  running: { icon: Play, tone: 'ok', word: STATUS_WORDS.running },
  paused: { icon: CirclePause, tone: 'neutral', word: STATUS_WORDS.paused },
  done: { icon: Check, tone: 'info', word: STATUS_WORDS.done },
  dropped: { icon: Ban, tone: 'neutral', word: STATUS_WORDS.dropped },
};

export function standingOf(status: MotionStatus, health: Health): Standing {
  return STANDINGS[status === 'running' ? health : status];
}

/** By the word of a count, which is a health or a status. */
export function standingNamed(name: string): Standing | undefined {
  return Object.entries(STANDINGS).find(([key]) => key === name)?.[1];
}
