import Building from '@lucide/svelte/icons/building';
import Handshake from '@lucide/svelte/icons/handshake';
import type { Feature } from '../../actions';
import { accountActions, dealActions } from './actions';
import AccountsView from './AccountsView.svelte';
import DealsView from './DealsView.svelte';

export const accountsFeature: Feature = {
  screen: 'accounts',
  within: 'partners',
  label: 'Accounts',
  icon: Building,
  View: AccountsView,
  actions: accountActions,
};
export const dealsFeature: Feature = {
  screen: 'deals',
  within: 'partners',
  label: 'Deals',
  icon: Handshake,
  View: DealsView,
  actions: dealActions,
};
