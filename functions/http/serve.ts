import type { Caller, Stranger } from '../identity/caller.ts';
import type { Identify } from '../identity/identify.ts';
import { IssuerUnavailable } from '../identity/token.ts';
import { OverLimit, SpoiltRow, StoreUnavailable } from '../store/table.ts';
import type { ApiRequest, ApiResponse } from './api.ts';
import { problemResponse, type Refusal, refuse, tooManyTries } from './problem.ts';
import type { Answer, AnyRoute } from './route.ts';

/** One line of the log a request: never a header, a body or a key. */
export interface LogLine {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  readonly agency?: string;
  /** Message of a bug or outage; the client is told the id alone. */
  readonly error?: string;
}

export interface Serving {
  readonly identify: Identify;
  readonly log: (line: LogLine) => void;
}

/** Serves every method of a path. */
export type Server = (request: ApiRequest) => Promise<ApiResponse>;

/** One server for each path of the routes, by path. */
export function serversOf(routes: readonly AnyRoute[], serving: Serving): ReadonlyMap<string, Server> {
  const paths = [...new Set(routes.map(({ path }) => path))];
  return new Map(
    paths.map((path) => [
      path,
      pathServer(
        path,
        routes.filter((one) => one.path === path),
        serving,
      ),
    ]),
  );
}

/** Serves all methods of one path: who calls, then what it may do there, then the route; whatever goes wrong becomes problem details. */
export function pathServer(path: string, routes: readonly AnyRoute[], { identify, log }: Serving): Server {
  return async (request) => {
    const started = performance.now();
    let agency: string | undefined;
    let error: string | undefined;
    const know = (caller: Caller) => {
      agency = caller.agency;
    };
    const answer = await answerOf(request, routes, identify, know).catch((thrown: unknown) => {
      error = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
      return broken(thrown);
    });
    const response = 'problem' in answer ? problemResponse(answer, request.id) : answer;
    log({
      id: request.id,
      method: request.method,
      path,
      status: response.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      ...(agency !== undefined && { agency }),
      ...(error !== undefined && { error }),
    });
    return response;
  };
}

async function answerOf(
  request: ApiRequest,
  routes: readonly AnyRoute[],
  identify: Identify,
  know: (caller: Caller) => void,
): Promise<Answer> {
  const route = routes.find(({ method }) => method === request.method);
  if (route && 'open' in route) return route.open(request);
  if (routes.length > 0 && routes.every((one) => 'open' in one)) return notAllowed(routes);
  const caller = await identify(request.header('authorization'), request.address);
  if (!caller.ok) return refusedStranger(caller.error);
  know(caller.value);
  if (routes.length === 0) return refuse('not-found', 'Không có địa chỉ này.');
  return route && 'serve' in route ? route.serve(request, caller.value) : notAllowed(routes);
}

function notAllowed(routes: readonly AnyRoute[]): Refusal {
  const allow = routes.map(({ method }) => method).join(', ');
  return refuse('method-not-allowed', `Địa chỉ này chỉ nhận: ${allow}.`, { headers: { Allow: allow } });
}

function refusedStranger(stranger: Stranger): Refusal {
  if (stranger.reason === 'too-many-tries') return tooManyTries(stranger.retryAfter);
  return refuse('unauthenticated', 'Khóa truy cập thiếu hoặc không đúng. Kiểm tra lại khóa, hoặc liên hệ cơ quan tổng hợp để được cấp.', {
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}

function broken(thrown: unknown): Refusal {
  if (thrown instanceof StoreUnavailable || thrown instanceof IssuerUnavailable) {
    return refuse('unavailable', 'Hệ thống tạm thời chưa phục vụ được. Thử lại sau ít phút; gửi lại với cùng Idempotency-Key.', {
      headers: { 'Retry-After': '5' },
    });
  }
  if (thrown instanceof SpoiltRow)
    return refuse(
      'unavailable',
      'Dữ liệu lưu của kỳ báo cáo này có chỗ không đọc được. Người quản trị cần khôi phục từ bản sao lưu; các kỳ khác vẫn dùng được.',
    );
  if (thrown instanceof OverLimit) return refuse('too-large', 'Báo cáo quá dài để lưu. Rút gọn phần giải trình rồi gửi lại.');
  return refuse('internal', 'Hệ thống gặp lỗi. Gửi mã yêu cầu cho người quản trị.');
}
