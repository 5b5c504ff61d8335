import { jsonTexts } from '../../../functions/http/json-texts.ts';
import { allOfTexts, bodyOfTexts } from '../../../functions/http/pieces.ts';
import { fc } from '../../support/properties.ts';

const textIn = async (body: Awaited<ReturnType<typeof bodyOfTexts>>) => new Response(body as BodyInit).text();

test('JSON that is written piece by piece is the very text that is written at once', async () => {
  const member = fc.oneof(
    fc.json().map((text) => JSON.parse(text)),
    fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
    fc.constant(undefined),
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), member), async (value) => {
      expect([...jsonTexts<object>(value).texts].join('')).toBe(JSON.stringify(value));
    }),
  );
});

test('a list that is made while it is written is a list', () => {
  const made = function* () {
    yield { a: 1 };
    yield { a: 'ự' };
  };
  expect([...jsonTexts<{ n: number; list: object[]; none: object[] }>({ n: 2, list: made(), none: [] }).texts].join('')).toBe(
    '{"n":2,"list":[{"a":1},{"a":"ự"}],"none":[]}',
  );
});

/** Lines of some length, and how many of them were asked for. */
function someLines(count: number, length: number) {
  const taken = { lines: 0 };
  const texts = (function* () {
    for (let k = 0; k < count; k++) {
      taken.lines += 1;
      yield `${String(k).padEnd(length, 'ự')}\n`;
    }
  })();
  return { texts, taken };
}

test('a short body goes out whole, a long one as a stream of the same bytes', async () => {
  for (const [count, kind] of [
    [0, Uint8Array],
    [1, Uint8Array],
    [2_000, Uint8Array],
    [40_000, ReadableStream],
  ] as const) {
    const body = await bodyOfTexts(someLines(count, 20).texts);
    expect(body).toBeInstanceOf(kind);
    expect(await textIn(body)).toBe(Buffer.from(await allOfTexts(someLines(count, 20).texts)).toString());
  }
});

test('of a long body a little is made before it is read, and the rest as it is read', async () => {
  const { texts, taken } = someLines(200_000, 40);
  const body = (await bodyOfTexts(texts)) as ReadableStream<Uint8Array>;
  const before = taken.lines;
  expect(before).toBeLessThan(20_000);
  await new Promise((go) => setTimeout(go, 50));
  expect(taken.lines).toBe(before);
  const reader = body.getReader();
  let size = 0;
  for (let k = 0; k < 10; k++) size += (await reader.read()).value?.length ?? 0;
  expect(size).toBeGreaterThan(2 * 1024 * 1024);
  expect(taken.lines).toBeLessThan(before * 8);
  await reader.cancel();
  const made = taken.lines;
  await new Promise((go) => setTimeout(go, 50));
  expect(taken.lines).toBe(made);
});

test('others are served while a long body is made', async () => {
  let turns = 0;
  const counting = setInterval(() => {
    turns += 1;
  }, 0);
  await allOfTexts(someLines(100_000, 40).texts);
  clearInterval(counting);
  expect(turns).toBeGreaterThan(5);
});

test('what goes wrong at the beginning is told before anything has left', async () => {
  const broken = (function* () {
    yield 'a';
    throw new Error('spoilt');
  })();
  await expect(bodyOfTexts(broken)).rejects.toThrow('spoilt');
});
