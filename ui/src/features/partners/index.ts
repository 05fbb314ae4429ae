import Building2 from '@lucide/svelte/icons/building-2';
import type { Feature } from '../../actions';
import { actions } from './actions';
import View from './View.svelte';

export { deletePartners, relate, sayUndoable } from './commands';
export { default as EditableText } from './EditableText.svelte';
export { default as ListTitle } from './ListTitle.svelte';
export { default as PartnerInspector } from './inspector/PartnerInspector.svelte';
export { default as MotionStatusChip } from './MotionStatusChip.svelte';
export { default as PartnerPicker } from './PartnerPicker.svelte';
export { readDay, readNumber } from './typed';
export { sayRefused } from './page/refused';
export { standingNamed } from './standing';
export { default as Relate } from './Relate.svelte';
export { default as RelationshipDialogs } from './relationships/RelationshipDialogs.svelte';
export { opened } from './relationships/opened.svelte';
export {
  capital,
  chosenOwner,
  kindName,
  kindOf,
  ownerChoices,
  ownerKey,
  ownerLabel,
  relationshipChoices,
} from './vocabulary';
export { ranked } from '../../shared/finding';

export { View, actions };
export const partnersFeature: Feature = { screen: 'partners', label: 'Partners', icon: Building2, View, actions };
