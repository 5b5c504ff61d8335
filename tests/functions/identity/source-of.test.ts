import { sourceOf } from '../../../functions/identity/source-of.ts';

test.each([
  ['10.0.0.1', '10.0.0.1'],
  ['10.0.0.1:51234', '10.0.0.1'],
  ['::ffff:10.0.0.1', '10.0.0.1'],
  ['[::ffff:10.0.0.1]:443', '10.0.0.1'],
  ['2001:ee0:4f::1', '2001:ee0:4f:0'],
  ['2001:0EE0:004F:0000:ffff:ffff:ffff:ffff', '2001:ee0:4f:0'],
  ['[2001:ee0:4f:0:9::]:51234', '2001:ee0:4f:0'],
  ['2001:ee0:4f:1::1', '2001:ee0:4f:1'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['2001:db8::10.0.0.1', '2001:db8:0:0'],
  ['1:2:3:4:5:6:7::', '1:2:3:4'],
  ['', ''],
  ['unknown', 'unknown'],
  ['10.0.0.1:x', '10.0.0.1:x'],
  ['[:]', '[:]'],
])('tries from "%s" are counted to "%s"', (address, source) => expect(sourceOf(address)).toBe(source));

test('a long text that is no address is cut', () => expect(sourceOf('x'.repeat(8_000))).toBe('x'.repeat(64)));
