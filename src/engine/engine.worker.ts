import { serve } from '../bridge/serve';
import { engineHandlers } from './handlers';

addEventListener('message', (event: MessageEvent) => void answer(event));
const answer = serve({ postMessage: (reply, transfer) => postMessage(reply, { transfer }) }, engineHandlers());
