import { AppError } from '../domain/errors';

/** Fetches code or texts on demand. Throws `part-missing` where that fails, so that no file of the user is blamed. */
export async function fetchPart<T>(fetch: () => Promise<T>): Promise<T> {
  try {
    return await fetch();
  } catch (error) {
    throw new AppError('part-missing', { message: error instanceof Error ? error.message : String(error) });
  }
}
