import engineUrl from '../engine/engine.worker.ts?worker&url';
import databaseUrl from '../engine/database.worker.ts?worker&url';
import { WorkerClient } from './client';
import type { DatabaseApi, EngineApi } from './protocol';

/**
 * Starts a worker from a blob that imports the real module, so that it inherits the page's Content-Security-Policy:
 * a worker started from a network URL would not be bound by a policy in a meta element. The import is dynamic because a
 * blob's static import passes the service worker by; messages that come before it is done are held back.
 */
function startFromBlob(url: string, name: string): Worker {
  const absolute = JSON.stringify(new URL(url, import.meta.url).href);
  const source = `const held=[],hold=e=>held.push(e);addEventListener('message',hold);
import(${absolute}).then(()=>{removeEventListener('message',hold);for(const e of held)dispatchEvent(new MessageEvent('message',{data:e.data,ports:e.ports}))},
e=>postMessage({failed:String(e)}));`;
  const blobUrl = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  return new Worker(blobUrl, { type: 'module', name });
}

export const startEngine = (): WorkerClient<EngineApi> =>
  new WorkerClient<EngineApi>(startFromBlob(engineUrl, 'engine'));
export const startDatabase = (): WorkerClient<DatabaseApi> =>
  new WorkerClient<DatabaseApi>(startFromBlob(databaseUrl, 'database'));
