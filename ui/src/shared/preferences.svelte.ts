import { call, nothing } from '../api/client';
import type { Preferences, Theme } from '../api/generated';

/** Choices of the person at this computer, kept by the core; and the theme that follows from them. */
class PersonalPreferences {
  value = $state.raw<Preferences>({ theme: 'system', screen: 'map', inspector_width: 352, author: '' });
  #systemDark = $state(false);

  /** The theme in effect. */
  get shown(): 'light' | 'dark' {
    const { theme } = this.value;
    if (theme === 'system') return this.#systemDark ? 'dark' : 'light';
    return theme;
  }

  async load(): Promise<void> {
    const media = window.matchMedia('(prefers-color-scheme: dark)');
    this.#systemDark = media.matches;
    media.addEventListener('change', () => (this.#systemDark = media.matches));
    this.value = await call('preferences', nothing);
  }

  /** Shows the change at once and keeps it. */
  async set(change: Partial<Preferences>): Promise<void> {
    const before = this.value;
    this.value = { ...before, ...change };
    try {
      await call('preferences_set', this.value);
    } catch (thrown) {
      this.value = before;
      throw thrown;
    }
  }

  switchTheme(): Promise<void> {
    const theme: Theme = this.shown === 'dark' ? 'light' : 'dark';
    return this.set({ theme });
  }
}

export const preferences = new PersonalPreferences();
