import { Environment } from '../../functions/settings.ts';

const tables = (place: string) => Environment.safeParse({ PHULUC_STORAGE: 'tables', PHULUC_TABLES: place });

test.each([
  'https://province.table.core.windows.net',
  'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=b;',
  'UseDevelopmentStorage=true',
])('the table service may be named as %p', (place) =>
  expect(tables(place)).toMatchObject({ success: true, data: { PHULUC_TABLE: 'phuluc' } }),
);

test.each(['', 'province', 'http://province.table.core.windows.net', undefined])(
  'a start with %p for a table service stops and names the variable',
  (place) => expect(tables(place as string).error?.issues).toMatchObject([{ path: ['PHULUC_TABLES'] }]),
);

test('proxies are trusted in a number, and none unless somebody says so', () => {
  const trusting = (count?: string) =>
    Environment.safeParse({ PHULUC_STORAGE: 'embedded', PHULUC_DATA: '.data', PHULUC_TRUSTED_PROXIES: count });
  expect([undefined, '0', '2'].map((count) => trusting(count).data?.PHULUC_TRUSTED_PROXIES)).toEqual([0, 0, 2]);
  for (const senseless of ['', '-1', '1.5', 'yes', '10'])
    expect(trusting(senseless).error?.issues).toMatchObject([{ path: ['PHULUC_TRUSTED_PROXIES'] }]);
});

test('a place is not guessed: which storage it is must be said', () => {
  expect(Environment.safeParse({ PHULUC_DATA: '.data' }).error?.issues).toMatchObject([{ path: ['PHULUC_STORAGE'] }]);
});
