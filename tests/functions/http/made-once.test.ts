import { madeOnce } from '../../../functions/http/made-once.ts';
import { anApi } from '../../support/an-api.ts';

test('an answer is made once, and anew when its sources have changed', () => {
  let made = 0;
  const text = madeOnce((words: string) => {
    made += 1;
    return { words };
  });
  const [first, same, other, back] = [text('a', '1'), text('a', '1'), text('b', '2'), text('a', '1')];
  expect([made, String(first.body), same === first, String(other.body), other.etag === first.etag, back.etag === first.etag]).toEqual([
    3,
    '{"words":"a"}',
    true,
    '{"words":"b"}',
    false,
    true,
  ]);
});

test.each(['/openapi.json', '/sign-in', '/public/plan', '/plan', '/agencies'])(
  '%s is the same bytes at each question, and 304 to whoever has them',
  async (path) => {
    const api = await anApi();
    const [first, second] = [await api.call('SNV', 'GET', path), await api.call('VPUB', 'GET', path)];
    expect([first.status, second.body === first.body, second.headers]).toEqual([200, true, first.headers]);
    const again = await api.call('SNV', 'GET', path, { headers: { 'if-none-match': String(first.headers.ETag) } });
    expect([again.status, again.body]).toEqual([304, null]);
  },
);
