import { mount } from 'svelte';
import './app/styles/index.css';
import App from './app/App.svelte';
import { fontLoaded } from './charts/font';

// The page takes the width of the paper first; charts, which listen later, then draw themselves for it.
addEventListener('beforeprint', () => document.documentElement.classList.add('printing'));
addEventListener('afterprint', () => document.documentElement.classList.remove('printing'));

void fontLoaded();
mount(App, { target: document.getElementById('app')! });
registerServiceWorker();

/** Makes the site work offline from the second visit on. A browser that refuses (a private window, say) loses only that. */
function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !/^https?:$/.test(location.protocol)) return;
  const register = () => {
    navigator.serviceWorker.register(new URL('service-worker.js', document.baseURI)).catch(() => undefined);
  };
  // The cache is filled after the first paint, which would otherwise have to share the network with it.
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
