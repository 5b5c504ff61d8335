import { PLAIN_TEXT } from '../../core/media-types.ts';
import type { Route } from '../route.ts';

/**
 * Figures of this server since it was started, in the text format of Prometheus. From this machine, or with `PHULUC_METRICS_KEY` as bearer;
 * anyone else is told that there is nothing.
 */
export const getMetricsRoute = {
  method: 'GET',
  path: '/metrics',
  id: 'getMetrics',
  summary: 'Số liệu vận hành của máy chủ (Prometheus)',
  rights: 'anyone',
  answers: { 200: { [PLAIN_TEXT]: null } },
  refuses: ['not-found'],
} as const satisfies Route;
