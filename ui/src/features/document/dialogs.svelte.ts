/** What of the document's exports lies over the screen: one for the window. */
class Opened {
  dialog = $state<'briefs' | null>(null);
}

export const opened = new Opened();
