import { compileRoute, matchRoute } from '../../../local/host/route.ts';

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
