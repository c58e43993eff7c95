import type { MetricId } from '../metrics/metric-id';
import { Asking } from './asking';
import { Bringing } from './bringing';
import { Database } from './database.svelte';
import { EngineLink } from './engine-link.svelte';
import { Files } from './files';
import { Filters } from './filters.svelte';
import { Keeping } from './keeping.svelte';
import { Loading } from './loading';
import { Opening } from './opening';
import { Settings } from './settings.svelte';
import { Shaping } from './shaping';
import { SqlConsole } from './sql-console.svelte';
import { SessionStore } from './store.svelte';
import { Work } from './work.svelte';

/** The session of this tab, and what acts on it. */
export class AppState extends SessionStore {
  readonly settings = new Settings();
  readonly filters = new Filters(this);
  readonly engine: EngineLink;
  readonly database: Database;
  readonly console: SqlConsole;
  readonly keeping: Keeping;
  readonly work: Work;
  readonly bringing: Bringing;
  readonly loading: Loading;
  readonly opening: Opening;
  readonly shaping: Shaping;
  readonly files: Files;
  readonly asking: Asking;

  constructor(engine = new EngineLink()) {
    super();
    const { settings } = this;
    this.engine = engine;
    this.database = new Database(engine);
    this.console = new SqlConsole(this, engine, this.database);
    this.keeping = new Keeping(this, engine, settings);
    this.work = new Work(
      this,
      engine,
      () => this.opening.revive(),
      () => this.opening.hold(),
    );
    this.bringing = new Bringing(this, engine, settings);
    this.loading = new Loading(this, engine, settings, this.bringing, this.database, this.keeping, this.work);
    this.opening = new Opening(this, engine, this.database, this.console, this.keeping, this.work, this.loading);
    this.shaping = new Shaping(this, engine, settings, this.bringing);
    const { work, bringing, shaping, loading, keeping, opening } = this;
    this.files = new Files(this, engine, settings, work, bringing, loading, keeping, opening);
    this.asking = new Asking(this, engine, settings, work, shaping, loading);
  }

  setOption(metric: MetricId, name: string, value: string | number | null, isDefault: boolean): void {
    this.dispatch({ type: 'option-set', metric, name, value, isDefault });
  }

  setChoice(panel: string, name: string, value: string, isInitial: boolean): void {
    this.dispatch({ type: 'choice-set', panel, name, value, isInitial });
  }

  dismissError(): void {
    this.dispatch({ type: 'error-dismissed' });
  }
}
