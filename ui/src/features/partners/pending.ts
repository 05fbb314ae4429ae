/** Changes as they will show, until the program has answered. Pure. */

import type { PartnerChange, PartnerRow } from '../../api/generated';

/** What a row looks like after a change; a tag that is new has no id yet, so that it waits for the answer. */
export function after(row: PartnerRow, change: PartnerChange): PartnerRow {
  switch (change.field) {
    case 'name':
    case 'kind':
    case 'stage':
    case 'owner':
      return { ...row, [change.field]: change.value };
    case 'tier':
    case 'group':
      return { ...row, [change.field]: change.value.trim() || null };
    case 'regions':
    case 'segments':
      return { ...row, [change.field]: change.value };
    case 'custom': {
      const { key, value } = change.value;
      const others = Object.entries(row.custom).filter(([other]) => other !== key);
      return { ...row, custom: Object.fromEntries(value === null ? others : [...others, [key, value]]) };
    }
    default:
      return row;
  }
}
