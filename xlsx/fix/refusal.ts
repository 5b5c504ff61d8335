import type { FixRefusal } from '../../core/fixing/workbook-fix.ts';
import { failed, type Result } from '../../core/result.ts';
import type { ReadResult } from '../read/file-finding.ts';

/** What the reader cannot read cannot be fixed, for the same reason. */
export const asRefusal = <T>(reading: ReadResult<T>): Result<T, FixRefusal> =>
  reading.ok ? reading : failed({ kind: 'not-readable', finding: reading.error });
