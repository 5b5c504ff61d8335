import { XML } from '../../core/media-types.ts';
import { FEED_ACCESS } from '../feed/feed-access.ts';
import type { Route } from '../route.ts';

export const getFeedMetadataRoute = {
  method: 'GET',
  path: '/odata/$metadata',
  id: 'getFeedMetadata',
  summary: 'Nguồn dữ liệu OData 4.0: mô tả (CSDL)',
  ...FEED_ACCESS,
  answers: { 200: { [XML]: null } },
  refuses: [],
} as const satisfies Route;
