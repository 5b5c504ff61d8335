import { FEED_ACCESS } from '../feed/feed-access.ts';
import type { Route } from '../route.ts';

/** What OData has behind a list and the feed does not do: its references, a property of one entity, a path that filters. Always refused. */
const BEYOND = {
  method: 'GET',
  summary: 'Nguồn dữ liệu OData 4.0: đường dẫn không phục vụ (501)',
  ...FEED_ACCESS,
  answers: {},
  refuses: ['not-found', 'not-supported'],
} as const satisfies Omit<Route, 'path' | 'id'>;

export const beyondListRoute = { ...BEYOND, path: '/odata/{set}/{beyond}', id: 'beyondList' } as const satisfies Route;

export const beyondEntityRoute = { ...BEYOND, path: '/odata/{set}/{beyond}/{further}', id: 'beyondEntity' } as const satisfies Route;
