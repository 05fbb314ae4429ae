/** What of metrics, rates and simulation lies over the screen: one for the window. */
class Opened {
  dialog = $state<'metrics' | 'rates' | 'simulation' | 'trust' | null>(null);
}

export const opened = new Opened();
