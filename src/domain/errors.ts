/** An error that a person may see. `code` selects its sentence, `details` are the values in it. */
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

/** An error as plain data for `postMessage`, since structured clone drops a subclass's own fields. */
export interface ErrorWire {
  readonly code: string;
  readonly details: unknown;
}

const isAppError = (error: unknown): error is AppError => error instanceof AppError;

/** Any thrown value as an `AppError`, which has a sentence. */
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

/** The user cancelled. Not shown as a failure. */
export class Cancelled extends AppError<'cancelled', Record<string, never>> {
  constructor() {
    super('cancelled', {});
  }
}
