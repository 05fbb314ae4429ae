/** What of metrics lies over the screen: one for the window. */
class Opened {
  dialog = $state<'metrics' | null>(null);
}

export const opened = new Opened();
