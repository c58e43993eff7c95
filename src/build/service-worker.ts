/// <reference lib="webworker" />

/** Filled in by offline.ts when the site is built. */
declare const __FILES__: string[];
declare const __VERSION__: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const files = __FILES__;
const scope = worker.registration.scope;
const home = new URL('./', scope).href;

/** Caches belong to the origin, which may hold several sites: the name tells the cache of this site. */
const family = `perennial ${scope} `;
const current = family + __VERSION__;

worker.addEventListener('install', (event) => {
  event.waitUntil(fill());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  event.respondWith(request.mode === 'navigate' ? answerNavigation(request) : answer(request));
});

async function fill(): Promise<void> {
  const cache = await caches.open(current);
  await cache.addAll(files.map((file) => new Request(new URL(file, scope), { cache: 'no-cache' })));
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(family) && name !== current).map((name) => caches.delete(name)),
  );
  await worker.clients.claim();
}

/**
 * A newer version waits until no page of the old one is left, since that page still loads its own parts from the old
 * cache. When the only page reloads, no old page is left: the new version takes over, and the page is fetched again.
 */
async function answerNavigation(request: Request): Promise<Response> {
  const { waiting } = worker.registration;
  if (waiting && (await worker.clients.matchAll()).length < 2) {
    waiting.postMessage('take-over');
    // Not by a Refresh header: where the address has a fragment, that would only jump within this empty page.
    return new Response('<script>location.reload()</script>', { headers: { 'content-type': 'text/html' } });
  }
  const cache = await caches.open(current);
  if (request.url.split(/[?#]/)[0] === home) return (await cache.match(home)) ?? fetch(request);
  const found = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
  if (found) return found;
  return fetch(request).catch(async () => (await cache.match(home)) ?? Response.error());
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(current);
  return (await cache.match(request, { ignoreVary: true })) ?? fetch(request);
}
