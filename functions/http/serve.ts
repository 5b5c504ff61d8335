import type { Scheme } from '../../contract/route.ts';
import { isNoThread } from '../../templates/beside/no-thread.ts';
import { ThreadEnded } from '../../templates/beside/thread-ended.ts';
import { asBearer } from '../identity/as-bearer.ts';
import type { Caller, UnknownCaller } from '../identity/caller.ts';
import type { Identify } from '../identity/identify.ts';
import type { StillKnown } from '../identity/still-known.ts';
import { IssuerUnavailable } from '../identity/token.ts';
import { SETTINGS_ROW, WAITING_SETTINGS_ROW } from '../store/rows.ts';
import { OverLimit, StoreUnavailable, UnreadableRowError } from '../store/table.ts';
import type { Admit } from './admit.ts';
import { type ApiRequest, type ApiResponse, type HandlerAnswer, MOST_OPEN_BODY_BYTES } from './api.ts';
import { BodyRefused } from './body-of.ts';
import type { Handler } from './handler.ts';
import { EVERYWHERE } from './headers.ts';
import type { Metrics } from './metrics.ts';
import { bodyOfTexts, type IsLetIn, streamOf, whileLetIn } from './pieces.ts';
import { problemResponse, type Refusal, refuse, serverBusy, tooManyTries } from './problem.ts';
import { replyTo } from './reply.ts';

/** One line of the log a request: never a header, a body or a key. */
export interface RequestLog {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  /** The IP that asked, as far as the trusted hosts on the way say. */
  readonly address: string;
  readonly agency?: string;
  /** Message of a bug or outage; the client gets only the id. */
  readonly error?: string;
}

export interface ServeDeps {
  readonly identify: Identify;
  /** Asked before each piece of a long answer. Left out: whoever was let in gets all of it. */
  readonly stillKnown?: StillKnown;
  readonly admit: Admit;
  readonly log: (line: RequestLog) => void;
  readonly metrics?: Metrics;
}

/** Serves every method of a path. */
export type Server = (request: ApiRequest) => Promise<ApiResponse>;

/** One server for each path of the handlers' routes, by path. */
export function serversOf(handlers: readonly Handler[], serving: ServeDeps): ReadonlyMap<string, Server> {
  const paths = [...new Set(handlers.map(({ route }) => route.path))];
  return new Map(
    paths.map((path) => [
      path,
      pathServer(
        path,
        handlers.filter(({ route }) => route.path === path),
        serving,
      ),
    ]),
  );
}

/**
 * Serves all methods of one path: who calls, then whether the route's rights let it in and its URL names what is there, then the
 * handler. Whatever goes wrong becomes problem details.
 */
export function pathServer(path: string, handlers: readonly Handler[], serving: ServeDeps): Server {
  return async (request) => {
    const started = performance.now();
    let agency: string | undefined;
    let error: string | undefined;
    let isLetIn: IsLetIn = async () => true;
    const know = (caller: Caller, authorization: string | null): void => {
      agency = caller.agency;
      const { stillKnown } = serving;
      // A store that does not answer says nothing against anybody.
      if (stillKnown) isLetIn = () => stillKnown(authorization, caller).catch(() => true);
    };
    const count = (thrown: unknown): void => {
      if (thrown instanceof StoreUnavailable) serving.metrics?.storeFailed();
    };
    const asked = answerOf(request, handlers, serving, know).then((one) => begun(one, count, isLetIn));
    const answer = await asked.catch((thrown: unknown) => {
      count(thrown);
      if (!(thrown instanceof BodyRefused)) error = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
      return broken(thrown);
    });
    const response = 'problem' in answer ? problemResponse(answer, request.id) : answer;
    const ms = Math.round((performance.now() - started) * 10) / 10;
    serving.metrics?.answered({ route: path, status: response.status, ms });
    serving.log({
      id: request.id,
      method: request.method,
      path,
      status: response.status,
      ms,
      address: request.clientIp,
      ...(agency !== undefined && { agency }),
      ...(error !== undefined && { error }),
    });
    return { ...response, headers: { ...EVERYWHERE, ...response.headers } };
  };
}

/**
 * With a body that can go out. What goes wrong at the beginning of texts is the answer's own fault still; where a piece cannot be made the
 * stream breaks off.
 */
async function begun(answer: HandlerAnswer | Refusal, brokenOff: (why: unknown) => void, isLetIn: IsLetIn): Promise<ApiResponse | Refusal> {
  if ('problem' in answer) return answer;
  const { body, ...rest } = answer;
  if (body === null || typeof body === 'string' || body instanceof Uint8Array) return { ...rest, body };
  if ('texts' in body) return { ...rest, body: await bodyOfTexts(body.texts, isLetIn) };
  const over = (broken: unknown): void => {
    body.over(broken);
    brokenOff(broken);
  };
  return { ...rest, body: streamOf({ pieces: whileLetIn(body.pieces, isLetIn), over }) };
}

async function answerOf(
  request: ApiRequest,
  handlers: readonly Handler[],
  { identify, admit }: ServeDeps,
  know: (caller: Caller, authorization: string | null) => void,
): Promise<HandlerAnswer | Refusal> {
  const handler = handlers.find(({ route }) => route.method === request.method);
  const reply = replyTo(request);
  if (handler && isOpen(handler))
    return handler.serve({ ...request, body: (most = MOST_OPEN_BODY_BYTES) => request.body(Math.min(most, MOST_OPEN_BODY_BYTES)) }, reply);
  if (handlers.length > 0 && handlers.every(isOpen)) return notAllowed(handlers);
  const schemes = handler?.route.schemes ?? ['bearer'];
  const shown = request.header('authorization');
  const authorization = schemes.includes('basic') ? asBearer(shown) : shown;
  const caller = await identify(authorization, request.clientIp);
  if (!caller.ok) return refusedStranger(caller.error, schemes);
  know(caller.value, authorization);
  if (handlers.length === 0) return refuse('not-found', 'Không có địa chỉ này.');
  if (!handler) return notAllowed(handlers);
  const admitted = await admit(handler.route, request.parameters, caller.value);
  return admitted.ok ? handler.serve({ ...request, ...admitted.value }, reply) : admitted.error;
}

const isOpen = ({ route }: Handler): boolean => route.rights === 'anyone';

function notAllowed(handlers: readonly Handler[]): Refusal {
  const allow = handlers.map(({ route }) => route.method).join(', ');
  return refuse('method-not-allowed', `Địa chỉ này chỉ nhận: ${allow}.`, { headers: { Allow: allow } });
}

/** As the header that asks for a credential names them. */
const CHALLENGES: Readonly<Record<Scheme, string>> = { bearer: 'Bearer', basic: 'Basic realm="phu-luc-so", charset="UTF-8"' };

function refusedStranger(stranger: UnknownCaller, schemes: readonly Scheme[]): Refusal {
  if (stranger.reason === 'too-many-tries') return tooManyTries(stranger.retryAfter);
  return refuse('unauthenticated', 'Mã truy cập thiếu hoặc không đúng. Kiểm tra lại mã, hoặc liên hệ cơ quan tổng hợp để được cấp.', {
    headers: { 'WWW-Authenticate': schemes.map((scheme) => CHALLENGES[scheme]).join(', ') },
  });
}

const SPOILT_PERIOD =
  'Dữ liệu lưu của kỳ báo cáo này có chỗ không đọc được. Người quản trị cần khôi phục từ bản sao lưu; các kỳ khác vẫn dùng được.';
const SPOILT_ROWS: Readonly<Record<string, string>> = {
  [SETTINGS_ROW]:
    'Thiết lập lưu của kỳ báo cáo này không đọc được. Người quản trị đặt lại thiết lập bằng lệnh phuluc settings reset, hoặc khôi phục từ bản sao lưu; các kỳ khác vẫn dùng được.',
  [WAITING_SETTINGS_ROW]:
    'Thiết lập chờ áp dụng khi mở lại kỳ báo cáo này (do đổi ở kỳ trước) không đọc được nên chưa mở lại. Người quản trị khôi phục từ bản sao lưu, hoặc bỏ phần chờ bằng lệnh phuluc settings reset; mở lại xong thì xem lại thiết lập kỳ.',
};

function broken(thrown: unknown): Refusal {
  if (thrown instanceof BodyRefused) return thrown.refusal;
  if (thrown instanceof StoreUnavailable || thrown instanceof IssuerUnavailable) {
    return refuse('unavailable', 'Hệ thống tạm thời chưa phục vụ được. Thử lại sau ít phút; gửi lại với cùng Idempotency-Key.', {
      headers: { 'Retry-After': '5' },
    });
  }
  if (isNoThread(thrown) || thrown instanceof ThreadEnded) return serverBusy();
  if (thrown instanceof UnreadableRowError) return refuse('unavailable', SPOILT_ROWS[thrown.row] ?? SPOILT_PERIOD);
  if (thrown instanceof OverLimit) return refuse('too-large', 'Báo cáo quá dài để lưu. Rút gọn phần giải trình rồi gửi lại.');
  return refuse('internal', 'Hệ thống gặp lỗi. Gửi mã yêu cầu cho người quản trị.');
}
