import { CSV } from '../../core/media-types.ts';
import { FEED_ACCESS } from '../feed/feed-access.ts';
import type { Route } from '../route.ts';

/** `file` is the name of a list with `.csv` behind it. */
export const getTableRoute = {
  method: 'GET',
  path: '/tables/{file}',
  id: 'getTable',
  summary: 'Một danh sách của nguồn dữ liệu, dạng CSV',
  ...FEED_ACCESS,
  answers: { 200: { [CSV]: null } },
  refuses: ['not-found'],
} as const satisfies Route;
