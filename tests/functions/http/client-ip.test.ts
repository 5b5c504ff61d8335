import { clientIpOf } from '../../../functions/http/client-ip.ts';

test.each([
  ['nobody trusted', '6.6.6.6, 10.0.0.1', 0, '10.0.0.1'],
  ['one proxy', '6.6.6.6, 203.0.113.7, 127.0.0.1', 1, '203.0.113.7'],
  ['two proxies', '6.6.6.6, 203.0.113.7, 10.0.0.2, 127.0.0.1', 2, '203.0.113.7'],
  ['one proxy before Azure, which writes ports', '203.0.113.7,10.0.0.2:4711', 1, '203.0.113.7'],
  ['past the proxy', '127.0.0.1', 1, '127.0.0.1'],
  ['no word at all', null, 1, ''],
])('who calls is what the first trusted host has heard: %s', (_, header, proxies, caller) => {
  expect(clientIpOf(header, proxies)).toBe(caller);
});

test('whatever a caller writes into the header, its own address is found', () => {
  for (const lie of ['1.1.1.1', '1.1.1.1, 2.2.2.2', ', , ,', '"x, y"'])
    expect(clientIpOf(`${lie}, 203.0.113.7, 127.0.0.1`, 1)).toBe('203.0.113.7');
});
