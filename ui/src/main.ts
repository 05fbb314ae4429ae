import { mount } from 'svelte';
import './shared/fonts/fonts.css';
import './shared/tokens.css';
import './shared/base.css';
import './shared/controls/menu.css';
import App from './App.svelte';

const target = document.querySelector('#app');
if (target) mount(App, { target });
