import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { FEED_ACCESS } from '../feed/feed-access.ts';
import type { Route } from '../route.ts';

/** Which lists there are (OData JSON 4.0, 5). */
const ServiceDocument = z.object({
  '@odata.context': z.string(),
  value: z.array(z.object({ name: z.string(), title: z.string(), kind: z.literal('EntitySet'), url: z.string() })),
});

export const getServiceDocumentRoute = {
  method: 'GET',
  path: '/odata',
  id: 'getServiceDocument',
  summary: 'Nguồn dữ liệu OData 4.0: các danh sách',
  ...FEED_ACCESS,
  answers: { 200: { [JSON_TYPE]: ServiceDocument } },
  refuses: [],
} as const satisfies Route;
