import { credentialIn } from '../../../addin/ui/credential-in.ts';

const KEY = `pls_${'aB3-_'.repeat(8)}xyz`;
const CODE = `plc_${'aB3-_'.repeat(4)}xy`;

test.each([
  ['the key alone', KEY],
  ['with a word before it', `Khóa: ${KEY}`],
  ['in quotes', `“${KEY}”.`],
  ['broken over two lines', `${KEY.slice(0, 20)}\n ${KEY.slice(20)}`],
  ['with zero-width characters and soft hyphens', `\u200b${KEY.slice(0, 9)}\u00ad${KEY.slice(9)}\ufeff`],
])('a key is found: %s', (_, pasted) => expect(credentialIn(pasted)).toEqual({ kind: 'key', text: KEY }));

test('a one-time code is told from a key; a key wins', () => {
  expect(credentialIn(`https://phuluc.tinh.example/#ma-moi=${CODE}`)).toEqual({ kind: 'code', text: CODE });
  expect(credentialIn(`${CODE} ${KEY}`)?.kind).toBe('key');
});

test('half a key is none', () => {
  for (const pasted of ['', KEY.slice(0, 30), CODE.slice(0, 20), 'pls_']) expect(credentialIn(pasted)).toBeNull();
});
