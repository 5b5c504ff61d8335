import { JSON_TYPE } from '../../core/media-types.ts';
import type { Route } from '../route.ts';

export const getOpenApiRoute = {
  method: 'GET',
  path: '/openapi.json',
  id: 'getOpenApi',
  summary: 'Mô tả giao diện lập trình (OpenAPI 3.1)',
  rights: 'anyone',
  headers: ['If-None-Match'],
  answers: { 200: { [JSON_TYPE]: null }, 304: {} },
  refuses: [],
} as const satisfies Route;
