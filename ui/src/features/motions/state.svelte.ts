/** What of the motions is open. One for the window. */
class MotionsState {
  adding = $state(false);
}

export const motionsState = new MotionsState();
