/** Base of every error that a person may see. `code` picks the wording; `details` fills it in. */
export class AppError<Code extends string = string, Details = unknown> extends Error {
  constructor(
    readonly code: Code,
    readonly details: Details,
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.name = code;
  }
}

/** What survives `postMessage`: structured clone drops a subclass's own fields. */
export interface ErrorWire {
  readonly code: string;
  readonly details: unknown;
}

const isAppError = (error: unknown): error is AppError => error instanceof AppError;

/** What went wrong, as something that has a sentence. */
export const asAppError = (error: unknown): AppError =>
  isAppError(error)
    ? error
    : new AppError('unexpected', { message: error instanceof Error ? error.message : String(error) });

export function toWire(error: unknown): ErrorWire {
  if (isAppError(error)) return { code: error.code, details: error.details };
  return {
    code: 'unexpected',
    details: { message: error instanceof Error ? (error.stack ?? error.message) : String(error) },
  };
}
export const fromWire = (wire: ErrorWire): AppError => new AppError(wire.code, wire.details);

/** The user asked to stop. Never shown as a failure. */
export class Cancelled extends AppError<'cancelled', Record<string, never>> {
  constructor() {
    super('cancelled', {});
  }
}
