import type { EngineApi, Handlers, MetricRequest } from '../../../src/bridge/protocol';
import { serve } from '../../../src/bridge/serve';
import { engineHandlers } from '../../../src/engine/handlers';
import { EngineSession } from '../../../src/engine/session';
import * as computations from '../../../src/metrics/computations';
import type { AnyMetric, Base, Computation } from '../../../src/metrics/metric';

/** The engine, and what its kernels count before anything is derived from it: that is what SQL would answer. */
export interface BenchApi extends EngineApi {
  base(request: MetricRequest): Base;
}

const session = new EngineSession();
const handlers: Handlers<BenchApi> = {
  ...engineHandlers(session),
  base: ({ metric, options, filter }) => {
    const { facts, runner } = session.loaded;
    const { kernel } = computations[metric] as unknown as Computation<AnyMetric>;
    return kernel(facts, runner.scope(filter), runner.resolved(metric, options));
  },
};

const answer = serve({ postMessage: (reply, transfer) => postMessage(reply, { transfer }) }, handlers);
addEventListener('message', (event: MessageEvent) => void answer(event));
