import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HSTS } from '../../functions/http/headers.ts';
import { answerRequest, crash, type RequestContext, type RequestOutcome } from './answer-request.ts';
import { breakOff } from './break-off.ts';
import { errorText } from './log.ts';
import { sendReply } from './reply.ts';
import { requestOriginOf } from './request-origin.ts';
import { parseTarget } from './request-target.ts';

/** Serves one request from its first line to its last byte. A function logs its own requests, the host logs all others. Never throws. */
export async function exchange(request: IncomingMessage, response: ServerResponse, around: RequestContext): Promise<void> {
  const [id, started] = [randomUUID(), performance.now()];
  const { log, stopping } = around;
  const origin = requestOriginOf(request, around.limits);
  const failure = (error: unknown): RequestOutcome => {
    log({ level: 'error', id, message: errorText(error) });
    // Where nothing has left yet the client can still be told.
    return response.headersSent ? { kind: 'gone' } : crash(id);
  };
  response.setHeader('x-request-id', id);
  if (origin.secure) for (const [name, value] of Object.entries(HSTS)) response.setHeader(name, value);
  let outcome = await answerRequest({ id, request, response, origin }, around).catch(failure);
  if (stopping.aborted) response.setHeader('connection', 'close');
  try {
    await send(response, outcome, around);
  } catch (error) {
    outcome = failure(error);
    await send(response, outcome, around).catch(() => breakOff(response));
  }
  if (outcome.kind === 'function') return;
  const status = outcome.kind === 'gone' ? null : response.statusCode;
  log({
    level: status !== null && status >= 500 ? 'error' : 'information',
    id,
    method: request.method,
    path: parseTarget(request.url ?? '')?.pathname ?? null,
    status,
    ms: Math.round(performance.now() - started),
    address: origin.clientIp,
  });
}

async function send(response: ServerResponse, outcome: RequestOutcome, { unread }: RequestContext): Promise<void> {
  if (outcome.kind === 'gone') breakOff(response);
  else await sendReply(response, outcome.reply, unread);
}
