import type { MendRefusal } from '../../core/fixing/refusal.ts';
import { failed, type Result } from '../../core/result.ts';
import type { Reading } from '../read/file-finding.ts';

/** What the reader cannot read cannot be mended, for the same reason. */
export const asRefusal = <T>(reading: Reading<T>): Result<T, MendRefusal> =>
  reading.ok ? reading : failed({ kind: 'not-readable', finding: reading.error });
