import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import type { Route } from '../route.ts';

/** Whom agencies ask, as the letters of the newest period name it. */
const PublicContact = z.object({ name: z.string(), phone: z.string().optional(), email: z.string().optional() });

export const getPublicContactRoute = {
  method: 'GET',
  path: '/public/contact',
  id: 'getPublicContact',
  summary: 'Đầu mối liên hệ của kỳ mới nhất, như ghi trong thư giao biểu',
  rights: 'anyone',
  answers: { 200: { [JSON_TYPE]: PublicContact } },
  refuses: [],
} as const satisfies Route;
