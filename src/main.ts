import { mount } from 'svelte';
import './app/styles/index.css';
import App from './app/App.svelte';
import { fontLoaded } from './charts/font';
import { registerServiceWorker } from './build/register-service-worker';

// The page takes the width of the paper first; charts, which listen later, then draw themselves for it.
addEventListener('beforeprint', () => document.documentElement.classList.add('printing'));
addEventListener('afterprint', () => document.documentElement.classList.remove('printing'));

void fontLoaded();
mount(App, { target: document.getElementById('app')! });
registerServiceWorker();
