import type { Route } from '../route.ts';

export const revokeKeyRoute = {
  method: 'DELETE',
  path: '/keys/{key}',
  id: 'revokeKey',
  summary: 'Thu hồi một mã truy cập',
  rights: 'consolidators',
  answers: { 204: {} },
  refuses: ['not-found'],
} as const satisfies Route;
