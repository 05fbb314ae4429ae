import { onEvent, onRefusal } from '../api/client';

/** Whether what is on the screen is in the file. */
class Saving {
  failed = $state(false);
}

export const saving = new Saving();

/** Begins to watch; called once at start. A step that went through says that writing works again. */
export function watchSaving(): () => void {
  const ends = [
    onRefusal((error) => {
      if (error.code === 'not_written') saving.failed = true;
    }),
    onEvent((event) => {
      if (event.type === 'changed' || event.type === 'workspace_switched') saving.failed = false;
    }),
  ];
  return () => ends.forEach((end) => end());
}
