import type { getHealthRoute } from '../../contract/routes/get-health.ts';
import type { Deps } from '../deps.ts';
import { unreadableRowCount } from '../store/sound-row.ts';
import type { Serves } from './handler.ts';
import { refuse } from './problem.ts';
import { version } from './version.ts';

const PATIENCE_MS = 8_000;

/** 200 when the storage answers, with the number of rows that cannot be read; 503 within ten seconds when it does not. */
export const getHealth =
  ({ table }: Pick<Deps, 'table'>): Serves<typeof getHealthRoute> =>
  async (_call, reply) => {
    const answered = await Promise.race([
      table.ping().then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((done) => setTimeout(() => done(false), PATIENCE_MS).unref()),
    ]);
    return answered
      ? reply.json(200, { status: 'ok', version, spoilt: unreadableRowCount(table) })
      : refuse('unavailable', 'Kho dữ liệu chưa trả lời. Thử lại sau ít phút.');
  };
