import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { FEED_ACCESS } from '../feed/feed-access.ts';
import type { Route } from '../route.ts';

/** A page of a list (OData JSON 4.0, 12); the next one is at the link. */
export const EntityPage = z.object({
  '@odata.context': z.string(),
  '@odata.count': z.int().optional(),
  value: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  '@odata.nextLink': z.string().optional(),
});
export type EntityPage = z.infer<typeof EntityPage>;

const Option = z.string().optional();

export const getEntitiesRoute = {
  method: 'GET',
  path: '/odata/{set}',
  id: 'getEntities',
  summary: 'Nguồn dữ liệu OData 4.0: một danh sách',
  ...FEED_ACCESS,
  queries: { $select: Option, $filter: Option, $top: Option, $skip: Option, $count: Option, $format: Option, $skiptoken: Option },
  answers: { 200: { [JSON_TYPE]: EntityPage } },
  refuses: ['not-found', 'invalid-request', 'not-supported'],
} as const satisfies Route;
