import { inDesktopShell, onEvent } from '../api/client';
import { navigation } from '../shared/navigation.svelte';
import { takesText } from '../shared/shortcut';
import { sayError } from '../shared/toasts';
import type { Action } from './action';
import { actionForKey } from './keys';
import { registry } from './registry.svelte';

/** Runs an action if it can run now. */
export function runAction(action: Action): void {
  if (!registry.available(action)) return;
  Promise.resolve()
    .then(() => action.run())
    .catch(sayError);
}

/** Runs the action of this id. */
export function runById(id: string): void {
  const action = registry.find(id);
  if (action) runAction(action);
}

/** Brings keys and the native menu to their actions, until the answer is called. */
export function bindActions(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const action = actionForKey(event, registry.all, {
      screen: navigation.screen,
      typing: takesText(document.activeElement),
      covered: isCovered(),
      desktop: inDesktopShell,
    });
    if (!action) return;
    event.preventDefault();
    if (!event.repeat || action.group === 'Edit') runAction(action);
  };
  window.addEventListener('keydown', onKey);
  const silence = onEvent((event) => {
    if (event.type === 'menu') runFromMenu(event.action);
    if (event.type === 'notice') sayError(event.error);
  });
  return () => {
    window.removeEventListener('keydown', onKey);
    silence();
  };
}

/** The menu takes keys before the page sees them, so that undo in a text field comes this way too. */
function runFromMenu(id: string): void {
  const editing = EDITING[id];
  if (editing && takesText(document.activeElement)) document.execCommand(editing);
  else if (!isCovered() || id === 'palette.open') runById(id);
}

/** Something lies over the page and wants an answer first. */
export function isCovered(): boolean {
  return (
    document.querySelector(
      '[role="dialog"][data-state="open"], [role="menu"][data-state="open"], [role="listbox"][data-state="open"]',
    ) !== null
  );
}

const EDITING: Record<string, string> = { 'edit.undo': 'undo', 'edit.redo': 'redo' };
