import type { Matrix } from '../../core/matrix.ts';
import type { Deps } from '../deps.ts';
import type { Ground } from './ground.ts';
import { frozenMatrix } from './matrix-of.ts';

/** What was made public of a period: the matrix of its last close, and whether it was opened again since. */
export interface Published {
  readonly matrix: Matrix;
  readonly revising: boolean;
}

/** The last close of a period; null where there was none. */
export async function publishedOf(deps: Deps, { partition, row }: Ground): Promise<Published | null> {
  if (row.closes === 0) return null;
  return { matrix: await frozenMatrix(deps, partition, row.closes), revising: row.state !== 'closed' };
}
