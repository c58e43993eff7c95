/** Makes the site work offline from the second visit on. A browser that refuses (a private window, say) loses only that. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !/^https?:$/.test(location.protocol)) return;
  const register = () => {
    navigator.serviceWorker.register(new URL('service-worker.js', document.baseURI)).catch(() => undefined);
  };
  // Filling the cache competes with the first paint for the line, so it waits for it.
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
