/** Which of the frame's own dialogs is open. */
class Overlays {
  palette = $state(false);
  settings = $state(false);
  shortcuts = $state(false);
  /** The open workspace is being kept as a template. */
  template = $state(false);
  /** The template that the new workspace begins with; none while the dialog is closed. */
  newFrom = $state<string | null>(null);
}

export const overlays = new Overlays();
