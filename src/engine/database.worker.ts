import wasmUrl from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { serve } from '../bridge/serve';
import { databaseHandlers } from './database-handlers';

// The worker is started from a blob, whose own address is no base for another.
const answer = serve(
  { postMessage: (reply, transfer) => postMessage(reply, { transfer }) },
  databaseHandlers(new URL(wasmUrl, import.meta.url).href),
);
addEventListener('message', (event: MessageEvent) => void answer(event));
