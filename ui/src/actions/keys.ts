import { matches } from '../shared/shortcut';
import type { Screen } from '../shared/navigation.svelte';
import type { Action } from './action';

export interface KeyContext {
  screen: Screen;
  /** The focus is in a text field. */
  typing: boolean;
  /** A dialog, menu or list lies over the page. */
  covered: boolean;
  /** A native menu owns its keys. */
  desktop: boolean;
}

/** The action that a key press means, if any. */
export function actionForKey(
  event: KeyboardEvent,
  actions: readonly Action[],
  context: KeyContext,
): Action | undefined {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (context.covered || (plain && context.typing)) return undefined;
  return actions.find((action) => {
    if (!action.shortcut || !matches(event, action.shortcut)) return false;
    if (action.byEvent || (action.inMenu && context.desktop)) return false;
    if (action.group === 'Edit' && context.typing) return false;
    return action.screen === undefined || action.screen === context.screen;
  });
}
