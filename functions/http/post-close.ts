import type { Deps } from '../deps.ts';
import { reopenPeriod } from '../periods/close.ts';
import { closeGround } from '../periods/close-ground.ts';
import { consolidatorsGround, noPeriod } from './access.ts';
import { json } from './answer.ts';
import { MOST_JSON_BYTES } from './api.ts';
import { refuse } from './problem.ts';
import { parseJson, readBytes, readJson } from './read-body.ts';
import type { GuardedRoute } from './route.ts';
import { CloseAnswer, CloseRequest, ReopenAnswer, ReopenRequest } from './shapes.ts';

const EMPTY = new TextEncoder().encode('{}');

/** Closing freezes the matrix and publishes nothing; agencies may be missing, and closing twice is the same as once. */
export const postClose = (deps: Deps): GuardedRoute => ({
  method: 'POST',
  path: '/periods/{period}/close',
  id: 'closePeriod',
  summary: 'Khóa kỳ báo cáo',
  takes: { 'application/json': CloseRequest },
  gives: { 200: { 'application/json': CloseAnswer } },
  refuses: ['unauthenticated', 'forbidden', 'not-found', 'invalid-request'],
  async serve(request, caller) {
    const ground = await consolidatorsGround(deps, caller, request.parameters);
    if (!ground.ok) return ground.error;
    const bytes = await readBytes(request, MOST_JSON_BYTES);
    if (!bytes.ok) return bytes.error;
    const body = parseJson(bytes.value.length === 0 ? EMPTY : bytes.value, CloseRequest, 'invalid-request');
    if (!body.ok) return body.error;
    const { reason } = body.value;
    const closed = await closeGround(deps, ground.value, { by: caller.name, ...(reason !== undefined && { reason }) });
    return closed.ok ? json(200, closed.value) : noPeriod();
  },
});

/** Opening a closed period again needs a reason; the published figures say that they are being revised. */
export const postReopen = (deps: Deps): GuardedRoute => ({
  method: 'POST',
  path: '/periods/{period}/reopen',
  id: 'reopenPeriod',
  summary: 'Mở lại kỳ báo cáo đã khóa',
  takes: { 'application/json': ReopenRequest },
  gives: { 200: { 'application/json': ReopenAnswer } },
  refuses: ['unauthenticated', 'forbidden', 'not-found', 'invalid-request', 'period-closed'],
  async serve(request, caller) {
    const ground = await consolidatorsGround(deps, caller, request.parameters);
    if (!ground.ok) return ground.error;
    const body = await readJson(request, ReopenRequest);
    if (!body.ok) return body.error;
    const { plan, period } = ground.value;
    const opened = await reopenPeriod(deps.table, {
      plan: plan.id,
      period,
      by: caller.name,
      at: deps.clock(),
      nonce: deps.nonce(),
      reason: body.value.reason,
    });
    if (opened.ok) return json(200, { state: 'open' });
    return opened.error === 'no-period' ? noPeriod() : refuse('period-closed', 'Kỳ báo cáo đang được khóa. Chờ khóa xong rồi mở lại.');
  },
});
