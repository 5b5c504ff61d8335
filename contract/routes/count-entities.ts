import { PLAIN_TEXT } from '../../core/media-types.ts';
import { FEED_ACCESS } from '../feed/feed-access.ts';
import type { Route } from '../route.ts';
import { getEntitiesRoute } from './get-entities.ts';

/** How many entities of a list a filter leaves, as a bare number (OData Protocol 4.0, 11.2.9): `$top` and `$skip` change nothing. */
export const countEntitiesRoute = {
  method: 'GET',
  path: '/odata/{set}/$count',
  id: 'countEntities',
  summary: 'Nguồn dữ liệu OData 4.0: số dòng của một danh sách',
  ...FEED_ACCESS,
  queries: getEntitiesRoute.queries,
  answers: { 200: { [PLAIN_TEXT]: null } },
  refuses: ['not-found', 'invalid-request', 'not-supported'],
} as const satisfies Route;
