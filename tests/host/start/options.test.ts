import { startOptions } from '../../../host/start/options.ts';

test('without words and variables: the usual port, this machine alone, the embedded store in .data', () => {
  expect(startOptions([], {})).toEqual({
    ok: true,
    value: { port: null, address: '127.0.0.1', data: '.data', storage: 'embedded', planFiles: {}, keysFile: 'out/demo/keys.json' },
  });
});

test('port, folder and storage are taken as they are told', () => {
  const told = startOptions(['--storage', 'azurite'], { PORT: '8080', PHULUC_DATA: '/srv/phuluc' });
  expect(told).toMatchObject({ ok: true, value: { port: 8080, data: '/srv/phuluc', storage: 'azurite' } });
});

test.each([
  [[], { PORT: 'tám' }, 'PORT là “tám”'],
  [[], { PORT: '70000' }, 'PORT là “70000”'],
  [['--storage', 'oracle'], {}, 'Không có kho dữ liệu “oracle”'],
  [['--port', '1'], {}, 'Cách dùng: npm start'],
])('%j with %j is answered in a sentence', (words, environment, sentence) => {
  expect(startOptions(words, environment)).toEqual({ ok: false, error: expect.stringContaining(sentence) });
});

test('another plan is named by words or by the environment; words come first', () => {
  const named = { PHULUC_PLAN: 'env.json', PHULUC_AGENCIES: 'list.json' };
  expect(startOptions([], named)).toMatchObject({ ok: true, value: { planFiles: { plan: 'env.json', agencies: 'list.json' } } });
  expect(startOptions(['--plan', 'word.json', '--storage', 'azurite'], named)).toMatchObject({
    ok: true,
    value: { storage: 'azurite', planFiles: { plan: 'word.json', agencies: 'list.json' } },
  });
});
