/** What of plans, funds and capacity lies over the screen: one for the window. */
class Opened {
  dialog = $state<'lock' | 'locked' | 'funds' | 'capacity' | null>(null);
}

export const opened = new Opened();
