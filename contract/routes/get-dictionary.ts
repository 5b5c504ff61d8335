import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import type { Route } from '../route.ts';

/** What every column of every list says. */
const Dictionary = z.object({
  sets: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      keys: z.array(z.string()),
      rights: z.string(),
      since: z.string(),
      properties: z.array(
        z.object({ name: z.string(), type: z.string(), meaning: z.string(), unit: z.string().nullable(), since: z.string() }),
      ),
    }),
  ),
});

export const getDictionaryRoute = {
  method: 'GET',
  path: '/tables',
  id: 'getDictionary',
  summary: 'Từ điển dữ liệu: các danh sách, cột, đơn vị tính, ý nghĩa',
  rights: 'anyone',
  headers: ['If-None-Match'],
  answers: { 200: { [JSON_TYPE]: Dictionary }, 304: {} },
  refuses: [],
} as const satisfies Route;
