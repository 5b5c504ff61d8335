import { parseTarget } from '../../../host/node/request-target.ts';
import { compileRoute, matchRoute } from '../../../host/node/route.ts';

test.each(['a/{b?}/c', '{*rest}/a', 'v{n}', '{x:regex(a)}', '{x=5}', '{*rest:int}', '{}'])(
  '%s is refused at the start: it would be served otherwise than on Azure',
  (template) => {
    expect(() => compileRoute(template)).toThrow(`[route] "${template}"`);
  },
);

test('a parameter named like a member of every object is only a parameter', () => {
  const parameters = matchRoute(compileRoute('a/{constructor}/{__proto__}'), ['a', 'x', 'y']);
  expect(Object.entries(parameters ?? {})).toEqual([
    ['constructor', 'x'],
    ['__proto__', 'y'],
  ]);
});

test('dots in an address lead nowhere else', () => {
  for (const text of ['/api/a/..', '/api/a/../b', '/api/./b', '/api/%2e%2e/b', '/api/a/%2E.']) expect(parseTarget(text)).toBeNull();
  expect(parseTarget('/api/a..b/.well-known?x=../y')?.segments).toEqual(['api', 'a..b', '.well-known']);
});
