import { apiOf } from '../../../addin/api/api.ts';
import { isPassing, troubleText } from '../../../addin/api/trouble.ts';
import { AgencyId } from '../../../core/agency.ts';
import { Period } from '../../../core/plan.ts';
import { failed, ok } from '../../../core/result.ts';
import { NO_SETTINGS } from '../../../core/settings.ts';

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
  await api.submitWorkbook(PERIOD, SNV, new Blob(), version, 'khoa-1');
  expect(asked[0]?.init.headers).toMatchObject({ ...expected, 'idempotency-key': 'khoa-1' });
});

test('a state that is still the same is told as nothing new', async () => {
  const { api, asked } = answering(() => new Response(null, { status: 304 }));
  expect(await api.status(PERIOD, '"a"')).toEqual({ ok: true, value: null });
  expect(asked[0]?.init.headers).toMatchObject({ 'if-none-match': '"a"' });
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
  };
  expect(answer).toEqual({ ok: false, error });
});

test('a proxy that answers with a page of its own is told in words, and may pass', async () => {
  const { api } = answering(() => new Response('<h1>502</h1>', { status: 502 }));
  const answer = await api.me();
  if (answer.ok) throw new Error('answered');
  expect(isPassing(answer.error)).toBe(true);
  expect(troubleText(answer.error)).toBe('Máy chủ không phục vụ được yêu cầu. Thử lại sau ít phút.');
});

test('no line at all is told as such, and may pass', async () => {
  const answer = await apiOf(KEY, () => Promise.reject(new TypeError('failed to fetch'))).me();
  expect(answer).toEqual({ ok: false, error: { kind: 'offline' } });
  if (!answer.ok) expect(isPassing(answer.error)).toBe(true);
});
