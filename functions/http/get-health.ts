import type { Deps } from '../deps.ts';
import { spoiltRows } from '../store/sound-row.ts';
import { json } from './answer.ts';
import { refuse } from './problem.ts';
import type { OpenRoute } from './route.ts';
import { Health } from './shapes.ts';

const PATIENCE_MS = 8_000;

/** 200 when the storage answers, with the number of rows that cannot be read; 503 within ten seconds when it does not. */
export const getHealth = ({ table }: Pick<Deps, 'table'>): OpenRoute => ({
  method: 'GET',
  path: '/health',
  id: 'getHealth',
  summary: 'Hệ thống có đang phục vụ không',
  gives: { 200: { 'application/json': Health } },
  refuses: ['unavailable'],
  async open() {
    const answered = await Promise.race([
      table.ping().then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((done) => setTimeout(() => done(false), PATIENCE_MS).unref()),
    ]);
    return answered
      ? json(200, { status: 'ok', spoilt: spoiltRows(table) }, { 'Cache-Control': 'no-store' })
      : refuse('unavailable', 'Kho dữ liệu chưa trả lời. Thử lại sau ít phút.');
  },
});
