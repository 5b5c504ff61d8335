import { createHash } from 'node:crypto';
import { canonicalJson } from '../../core/canonical.ts';
import type { Report } from '../../core/report.ts';

/** SHA-256 of what a report says: 64 lower-case hex over its canonical JSON (contract, "Receipt"). */
export const contentDigest = (report: Report): string => createHash('sha256').update(canonicalJson(report)).digest('hex');
