import { AppError } from '../domain/errors';

/** Code and texts that are fetched when they are needed: what does not come is an error of its own, never a file's. */
export async function fetchPart<T>(fetch: () => Promise<T>): Promise<T> {
  try {
    return await fetch();
  } catch (error) {
    throw new AppError('part-missing', { message: error instanceof Error ? error.message : String(error) });
  }
}
