import type { MotionId, OrganizationId } from '../api/generated';

export const SCREENS = ['map', 'partners', 'motions', 'outcomes', 'document'] as const;
export type Screen = (typeof SCREENS)[number];

export function isScreen(name: string): name is Screen {
  return (SCREENS as readonly string[]).includes(name);
}

/** Where the person is, and what is selected: shared by all screens, so that a partner stays selected between them. */
class Navigation {
  screen = $state<Screen>('map');
  /** The partner shown in the inspector. */
  partner = $state<OrganizationId | null>(null);
  /** The motion shown in the drawer. */
  motion = $state<MotionId | null>(null);

  go(screen: Screen): void {
    this.screen = screen;
  }

  clear(): void {
    this.partner = null;
    this.motion = null;
  }
}

export const navigation = new Navigation();
