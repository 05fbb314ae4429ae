/** The screen is shown to a room: nothing but the map, in colors for a wall. */
class Presenting {
  on = $state(false);
  dark = $state(false);
  /** How many times larger than on a desk everything is drawn. */
  magnified = $state(1);

  /** None: the theme of the person. */
  get theme(): 'projector' | 'projector-dark' | null {
    if (!this.on) return null;
    return this.dark ? 'projector-dark' : 'projector';
  }
}

export const presenting = new Presenting();
