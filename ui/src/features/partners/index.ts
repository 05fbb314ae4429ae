export { default as AddPartner } from './AddPartner.svelte';
export { deletePartner, deletePartners, relate, sayUndoable } from './commands';
export { default as EditableText } from './EditableText.svelte';
export { default as PartnerInspector } from './inspector/PartnerInspector.svelte';
export { default as MotionStatusChip } from './MotionStatusChip.svelte';
export { default as PartnerPicker } from './PartnerPicker.svelte';
export { default as Relate } from './Relate.svelte';
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
export { ranked } from './words';
