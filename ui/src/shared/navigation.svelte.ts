import type { MotionId, OrganizationId } from '../api/generated';

export const SCREENS = ['map', 'partners', 'accounts', 'deals', 'motions', 'outcomes', 'document'] as const;
export type Screen = (typeof SCREENS)[number];

export function isScreen(name: string): name is Screen {
  return (SCREENS as readonly string[]).includes(name);
}

/** Where the person is, and what is selected: shared by all screens, so that a partner stays selected between them. */
class Navigation {
  screen = $state<Screen>('map');
  /** The partner shown in the inspector. */
  partner = $state<OrganizationId | null>(null);
  /** The partner whose own page covers the partners' screen. */
  page = $state<OrganizationId | null>(null);
  /** Where that page was opened from. */
  #from: Screen = 'partners';
  /** The motion shown in the drawer. */
  motion = $state<MotionId | null>(null);

  go(screen: Screen): void {
    if (screen === 'partners') this.page = null;
    this.screen = screen;
  }

  /** Opens a partner's page, from whichever screen. */
  openPage(partner: OrganizationId): void {
    if (this.page === null) this.#from = this.screen;
    this.partner = partner;
    this.page = partner;
    this.screen = 'partners';
  }

  /** Leaves the page for the screen that it was opened from. */
  closePage(): void {
    this.page = null;
    this.screen = this.#from;
  }

  clear(): void {
    this.page = null;
    this.partner = null;
    this.motion = null;
  }
}

export const navigation = new Navigation();
