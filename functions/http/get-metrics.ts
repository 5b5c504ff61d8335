import { createHash, timingSafeEqual } from 'node:crypto';
import type { getMetricsRoute } from '../../contract/routes/get-metrics.ts';
import { PLAIN_TEXT } from '../../core/media-types.ts';
import type { Deps } from '../deps.ts';
import { waitingLetters } from '../mail/waiting-letters.ts';
import { openedPeriods } from '../periods/opened-periods.ts';
import { unreadableRowCount } from '../store/sound-row.ts';
import type { ApiRequest } from './api.ts';
import type { Serves } from './handler.ts';
import { refuse } from './problem.ts';
import { version } from './version.ts';

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;

/** Whether a call was made on this machine itself: what came through a proxy is somebody else's, also where the proxy is no trusted one. */
const isFromHere = ({ clientIp, header }: Pick<ApiRequest, 'clientIp' | 'header'>): boolean =>
  LOOPBACK.test(clientIp) && !(header('x-forwarded-for') ?? '').includes(',');

/**
 * Figures for whoever watches over the server. From elsewhere than this machine only with the key of the settings; nobody learns whether
 * there is one.
 */
export const getMetrics =
  (deps: Deps): Serves<typeof getMetricsRoute> =>
  async (call, reply) => {
    const { metrics } = deps;
    const shown = /^Bearer (.+)$/.exec(call.header('authorization') ?? '')?.[1] ?? '';
    const isKnown = deps.metricsKey !== undefined && isSame(shown, deps.metricsKey);
    if (!metrics || !(isFromHere(call) || isKnown)) return refuse('not-found', 'Không có địa chỉ này.');
    const text = metrics.text({ version, outbox: await outboxLength(deps), spoilt: unreadableRowCount(deps.table) });
    return reply.file(PLAIN_TEXT, 'metrics.txt', text);
  };

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();
const isSame = (one: string, two: string): boolean => timingSafeEqual(digestOf(one), digestOf(two));

/** Letters that wait to be sent, of all periods. */
async function outboxLength(deps: Deps): Promise<number> {
  const { table, clock, plan } = deps;
  const periods = await openedPeriods(deps);
  const lengths = periods.map(({ partition }) => waitingLetters(table, partition, clock(), plan.reporting.utcOffset));
  return (await Promise.all(lengths)).reduce((sum, length) => sum + length, 0);
}
