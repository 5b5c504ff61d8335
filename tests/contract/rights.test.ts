import { refusedBeforehand } from '../../contract/rights.ts';
import { ROUTES } from '../../contract/routes.ts';

test('what is open to anyone is read alone, but for the code that is changed for a key, and names no agency’s report and no key', () => {
  const open = ROUTES.filter(({ rights }) => rights === 'anyone');
  expect(open.filter(({ method }) => method !== 'GET').map(({ path }) => path)).toEqual(['/sign-in/code']);
  expect(open.filter(({ path }) => !/^\/(health|metrics|sign-in(\/code)?|openapi\.json|public(\/.*)?|tables)$/.test(path))).toEqual([]);
});

test('whoever is merely signed in changes nothing', () => {
  expect(ROUTES.filter(({ rights, method }) => rights === 'signed-in' && method !== 'GET')).toEqual([]);
});

test('no two routes share an id, or a method of a path', () => {
  expect(new Set(ROUTES.map(({ id }) => id)).size).toBe(ROUTES.length);
  expect(new Set(ROUTES.map(({ method, path }) => `${method} ${path}`)).size).toBe(ROUTES.length);
});

test('what is refused before a handler is asked follows from rights and path, the credential first', () => {
  expect(refusedBeforehand({ rights: 'anyone', path: '/public/{period}' })).toEqual([]);
  expect(refusedBeforehand({ rights: 'signed-in', path: '/plan' })).toEqual(['unauthenticated']);
  expect(refusedBeforehand({ rights: 'consolidators', path: '/periods/{period}/close' })).toEqual([
    'unauthenticated',
    'forbidden',
    'not-found',
  ]);
});
