import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import type { Route } from '../route.ts';
import { Sha256 } from '../sha256.ts';

/** What a list says of a version. */
export const VersionLine = z.object({
  version: z.int(),
  at: z.string(),
  by: z.string(),
  sha256: Sha256,
  /** The person who drew it up, as the sender named them. */
  preparedBy: z.string().optional(),
});
export type VersionLine = z.infer<typeof VersionLine>;

const VersionList = z.object({ versions: z.array(VersionLine) });

export const getVersionsRoute = {
  method: 'GET',
  path: '/periods/{period}/reports/{agency}/versions',
  id: 'getVersions',
  summary: 'Các lần nộp của một đơn vị',
  rights: 'readers-of-report',
  answers: { 200: { [JSON_TYPE]: VersionList } },
  refuses: [],
} as const satisfies Route;
