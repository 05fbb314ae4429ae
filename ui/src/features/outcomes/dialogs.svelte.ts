/** What of metrics and rates lies over the screen: one for the window. */
class Opened {
  dialog = $state<'metrics' | 'rates' | null>(null);
}

export const opened = new Opened();
