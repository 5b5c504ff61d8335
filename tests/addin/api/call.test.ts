import { apiOf } from '../../../addin/api/api.ts';
import { askUntilAnswered } from '../../../addin/api/ask-until-answered.ts';
import { type ApiTrouble, askedPauseMs, isPassing, passesByItself, troubleText } from '../../../addin/api/trouble.ts';
import { Day } from '../../../core/day.ts';
import { AgencyId } from '../../../core/plan/agency.ts';
import { Period } from '../../../core/plan/period.ts';
import { NO_SETTINGS } from '../../../core/plan/settings.ts';
import { failed, ok } from '../../../core/result.ts';

const KEY = 'pls_made-up';
const PERIOD = Period.parse('2026');
const SNV = AgencyId.parse('SNV');

/** An API that gets one and the same answer, and what it asked. */
function answering(response: () => Response) {
  const asked: { address: string; init: RequestInit }[] = [];
  const api = apiOf(KEY, async (address, init) => {
    asked.push({ address, init });
    return response();
  });
  return { api, asked };
}

test('the key goes into a header, never into an address', async () => {
  const { api, asked } = answering(() => Response.json({}));
  await Promise.all([api.me(), api.form(PERIOD, SNV, 'current'), api.changeSettings(PERIOD, NO_SETTINGS, 'Lý do', '"0"'), api.keys()]);
  for (const { address, init } of asked) {
    expect(address).not.toContain(KEY);
    expect(new Headers(init.headers).get('authorization')).toBe(`Bearer ${KEY}`);
  }
});

test('a token is asked for before each call; where there is none, nothing is sent and the reason is told', async () => {
  const tokens = ['mot', 'hai'];
  const seen: (string | null)[] = [];
  const api = apiOf(
    async () => {
      const token = tokens.shift();
      return token === undefined ? failed('Đăng nhập lại.') : ok(token);
    },
    async (_, init) => {
      seen.push(new Headers(init.headers).get('authorization'));
      return Response.json({});
    },
  );
  await api.me();
  await api.periods();
  const third = await api.me();
  expect(seen).toEqual(['Bearer mot', 'Bearer hai']);
  expect(!third.ok && [troubleText(third.error), isPassing(third.error)]).toEqual(['Đăng nhập lại.', true]);
});

test('a caller without a key sends no authorization', async () => {
  const seen: (string | null)[] = [];
  await apiOf(null, async (_, init) => {
    seen.push(new Headers(init.headers).get('authorization'));
    return Response.json({ plan: '', periods: [] });
  }).publicPeriods();
  expect(seen).toEqual([null]);
});

test.each([
  [null, { 'if-none-match': '*' }],
  [3, { 'if-match': '"3"' }],
])('a submission names the version that its sender has seen: %s', async (version, expected) => {
  const { api, asked } = answering(() => Response.json({}, { status: 201 }));
  await api.submitWorkbook(PERIOD, SNV, { name: 'biểu.xlsx', content: new Blob() }, version, 'khoa-1');
  expect(asked[0]?.init.headers).toMatchObject({ ...expected, 'idempotency-key': 'khoa-1' });
});

test('a state that is still the same is told as nothing new', async () => {
  const { api, asked } = answering(() => new Response(null, { status: 304 }));
  expect(await api.status(PERIOD, '"a"')).toEqual({ ok: true, value: null });
  expect(asked[0]?.init.headers).toMatchObject({ 'if-none-match': '"a"' });
});

test('an answer without a body is one, also where the browser gives it an empty stream, as Chromium does', async () => {
  const { api } = answering(() => Object.defineProperty(new Response(null, { status: 204 }), 'body', { value: new Blob([]).stream() }));
  expect(await api.revokeKey('KHOA-1')).toEqual(ok({ value: null, etag: null, status: 204 }));
});

test('a refusal is its problem details, with the findings and when to come again', async () => {
  const findings = [{ rule: 'part-within-whole', severity: 'error', row: 'PL1.I.1.3', field: 'numerator', message: 'Tử số lớn hơn.' }];
  const body = {
    type: 'urn:phuluc:problem:findings-block',
    title: 'Còn lỗi',
    detail: 'Sửa rồi gửi lại.',
    status: 422,
    requestId: 'x',
    findings,
  };
  const { api } = answering(() => Response.json(body, { status: 422, headers: { 'retry-after': '7' } }));
  const answer = await api.me();
  const error = {
    kind: 'problem',
    status: 422,
    name: 'findings-block',
    title: 'Còn lỗi',
    detail: 'Sửa rồi gửi lại.',
    requestId: 'x',
    retryAfter: 7,
    findings,
    conflict: null,
  };
  expect(answer).toEqual({ ok: false, error });
});

test('a proxy that answers with a page of its own is told in words, and may pass', async () => {
  const { api } = answering(() => new Response('<h1>502</h1>', { status: 502 }));
  const answer = await api.me();
  if (answer.ok) throw new Error('answered');
  expect(isPassing(answer.error)).toBe(true);
  expect(troubleText(answer.error)).toBe('Máy chủ đang bận hoặc đang khởi động lại; nội dung đang làm vẫn còn.');
});

test('no line at all is told as such, and may pass', async () => {
  const answer = await apiOf(KEY, () => Promise.reject(new TypeError('failed to fetch'))).me();
  expect(answer).toEqual({ ok: false, error: { kind: 'offline' } });
  if (!answer.ok) expect(isPassing(answer.error)).toBe(true);
});

test.each([
  [408, true],
  [429, true],
  [502, true],
  [503, true],
  [504, true],
  [413, false],
  [403, false],
])('a gateway’s own %i is told in a sentence, and asked again only where that may help', async (status, passes) => {
  const { api } = answering(() => new Response('<h1>?</h1>', { status }));
  const answer = await api.me();
  if (answer.ok) throw new Error('answered');
  expect(passesByItself(answer.error)).toBe(passes);
  expect(troubleText(answer.error)).toMatch(/^\p{Lu}.*\.$/u);
});

test('when to come again may be told in seconds or as a moment', async () => {
  const inAMinute = new Date(Date.now() + 60_000).toUTCString();
  const pauses: (number | null)[] = [];
  for (const header of ['120', inAMinute, 'soon', '']) {
    const { api } = answering(() => new Response(null, { status: 503, headers: { 'retry-after': header } }));
    const answer = await api.me();
    pauses.push(answer.ok ? null : askedPauseMs(answer.error));
  }
  expect(pauses).toEqual([120_000, expect.any(Number), null, null]);
  expect(Math.abs((pauses[1] ?? 0) - 60_000)).toBeLessThan(3_000);
});

test('a file’s name travels beside its content, whatever letters it has', async () => {
  const { api, asked } = answering(() => Response.json({}, { status: 201 }));
  const name = 'Biểu (1) của xã \ud800.xlsx';
  await api.intake(
    PERIOD,
    { name, content: new Blob() },
    { receivedOn: Day.parse('2026-11-20'), replace: true },
    'k',
    new AbortController().signal,
  );
  expect(asked[0]?.address).toBe('/api/periods/2026/intake?receivedOn=2026-11-20&replace=yes');
  const said = new Headers(asked[0]?.init.headers).get('content-disposition') ?? '';
  expect(decodeURIComponent(said.replace(/^attachment; filename\*=UTF-8''/, ''))).toBe('Biểu (1) của xã _.xlsx');
});

/** An API whose server begins its answer only after `seconds`; time is the test's. */
function slowApi(seconds: number) {
  let calls = 0;
  const api = apiOf(KEY, (_, { signal }) => {
    calls++;
    return new Promise((done, broke) => {
      const timer = setTimeout(() => done(Response.json({ periods: [] })), seconds * 1000);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        broke(new DOMException('', 'AbortError'));
      });
    });
  });
  return { api, calls: () => calls };
}

describe('with a clock of the test', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test('a call that nobody answers ends after twenty seconds, and the next is given twice as long', async () => {
    const { api } = slowApi(30);
    const first = api.periods();
    await jest.advanceTimersByTimeAsync(20_000);
    expect(await first).toEqual({ ok: false, error: { kind: 'late', seconds: 20 } });
    const second = api.periods();
    await jest.advanceTimersByTimeAsync(30_000);
    expect((await second).ok).toBe(true);
  });

  test('an answer that comes in pieces is waited for as long as one comes after another, and not longer', async () => {
    const EVERY_MS = 100_000;
    const api = apiOf(KEY, async (_, { signal }) => {
      let left = 5;
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => void signal?.addEventListener('abort', () => controller.error(new DOMException('', 'AbortError'))),
        pull: (controller) =>
          new Promise((made) => {
            setTimeout(
              () => {
                if (signal?.aborted) return;
                controller.enqueue(Buffer.from('piece'));
                if (--left === 0) controller.close();
                made();
              },
              left === 2 && isStalled ? 2 * EVERY_MS : EVERY_MS,
            );
          }),
      });
      return new Response(body, { headers: { 'content-type': 'application/zip' } });
    });
    let isStalled = false;
    const whole = api.handOut(PERIOD, null);
    await jest.advanceTimersByTimeAsync(5 * EVERY_MS);
    const got = await whole;
    expect(got.ok && [await got.value.value.text(), got.value.value.type]).toEqual(['piece'.repeat(5), 'application/zip']);
    isStalled = true;
    const stalled = api.handOut(PERIOD, null);
    await jest.advanceTimersByTimeAsync(5 * EVERY_MS);
    expect(await stalled).toEqual({ ok: false, error: { kind: 'late', seconds: 120 } });
  });

  test('what passes by itself is asked again with growing pauses, never sooner than the server said; what does not is told at once', async () => {
    const answers = [offline, busy(7), offline, refusal(403)];
    const setbacks: number[] = [];
    const at = Date.now();
    const asked: number[] = [];
    const waiting = askUntilAnswered(
      async () => {
        asked.push(Date.now() - at);
        return failed(answers.shift()!);
      },
      ({ nextAt }) => setbacks.push(nextAt - at),
      new AbortController().signal,
    );
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await waiting).toEqual(failed(refusal(403)));
    expect(asked).toEqual([0, 1_000, 8_000, 13_000]);
    expect(setbacks).toEqual(asked.slice(1));
  });

  test('whoever stops waiting asks no more', async () => {
    const stop = new AbortController();
    let calls = 0;
    const waiting = askUntilAnswered(
      async () => {
        calls++;
        return failed(offline);
      },
      () => undefined,
      stop.signal,
    );
    await jest.advanceTimersByTimeAsync(500);
    stop.abort();
    await waiting;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(calls).toBe(1);
  });
});

const offline: ApiTrouble = { kind: 'offline' };
const problem = { kind: 'problem', name: '', title: '', detail: '', requestId: '', findings: [], conflict: null } as const;
const busy = (retryAfter: number): ApiTrouble => ({ ...problem, status: 503, retryAfter });
const refusal = (status: number): ApiTrouble => ({ ...problem, status, retryAfter: null });
