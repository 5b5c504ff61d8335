import { readdirSync, readFileSync } from 'node:fs';

// No compiler of Bicep is at hand: what one file says of another is held together here.
const MODULES = readdirSync('infra/modules').map((name) => `infra/modules/${name}`);
const FILES = ['infra/main.bicep', ...MODULES];
const textOf = (file: string): string => readFileSync(file, 'utf8').replace(/^\s*\/\/.*$/gm, '');
const declared = (file: string): readonly string[] => [...textOf(file).matchAll(/^param (\w+) /gm)].map(([, name = '']) => name).sort();
const optional = (file: string): readonly string[] => [...textOf(file).matchAll(/^param (\w+) \w+ =/gm)].map(([, name = '']) => name);
const outputs = (file: string): readonly string[] => [...textOf(file).matchAll(/^output (\w+) /gm)].map(([, name = '']) => name);

/** The modules that a file calls: their symbol, their file, the names of the parameters that they are given. */
function calls(file: string) {
  return [...textOf(file).matchAll(/^module (\w+) '([^']+)' = \{\n([\s\S]*?)^\}/gm)].map(([, symbol = '', path = '', body = '']) => ({
    symbol,
    target: path.startsWith('modules/') ? `infra/${path}` : `infra/modules/${path}`,
    given: namesIn(/params: \{([\s\S]*)\}/.exec(body)?.[1] ?? ''),
  }));
}

/** The names at the first level of an object's text. */
function namesIn(text: string): readonly string[] {
  let flat = text;
  for (let inner = ''; inner !== flat; ) [inner, flat] = [flat, flat.replace(/\([^()]*\)|\{[^{}]*\}/g, '')];
  return [...flat.matchAll(/(\w+):/g)].map(([, name = '']) => name).sort();
}

test('each module is given the parameters that it declares, and is called once', () => {
  const all = FILES.flatMap(calls);
  expect(all.map(({ target }) => target).sort()).toEqual(MODULES.toSorted());
  for (const { target, given } of all) expect([target, given]).toEqual([target, declared(target)]);
});

test('whatever is read of a module is one of its outputs', () => {
  for (const file of FILES) {
    const targets = new Map(calls(file).map(({ symbol, target }) => [symbol, target]));
    const read = [...textOf(file).matchAll(/\b(\w+)\.outputs\.(\w+)/g)].map(([, symbol = '', name = '']) => ({ symbol, name }));
    expect(read.filter(({ symbol, name }) => !outputs(targets.get(symbol) ?? 'infra/main.bicep').includes(name))).toEqual([]);
    expect(read.filter(({ symbol }) => !targets.has(symbol))).toEqual([]);
  }
});

test('no parameter, variable or resource is declared for nothing', () => {
  for (const file of FILES) {
    const text = textOf(file);
    const names = [...text.matchAll(/^(?:param|var|resource) (\w+) /gm)].map(([, name = '']) => name);
    const roles = /^resource \w+ '(?:Microsoft\.Authorization|Microsoft\.Storage|Microsoft\.Web|Microsoft\.Resources)\//gm;
    const made = new Set([...text.matchAll(roles)].map(([line]) => line.split(' ')[1]));
    const unused = names.filter((name) => !made.has(name) && [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length < 2);
    expect([file, unused]).toEqual([file, []]);
  }
});

test('what azd fills in are parameters of the whole', () => {
  const { parameters } = JSON.parse(readFileSync('infra/main.parameters.json', 'utf8'));
  const [given, all] = [Object.keys(parameters), declared('infra/main.bicep')];
  expect(given.filter((name) => !all.includes(name))).toEqual([]);
  expect(all.filter((name) => !given.includes(name) && !optional('infra/main.bicep').includes(name))).toEqual([]);
});

test('another plan is named by what the build has put into the package, under the names that azd gives to both', () => {
  const { parameters } = JSON.parse(readFileSync('infra/main.parameters.json', 'utf8'));
  expect([parameters.plan.value, parameters.agencies.value]).toEqual(['PHULUC_PLAN', 'PHULUC_AGENCIES'].map((name) => `\${${name}=}`));
  const set = Object.fromEntries(
    [...textOf('infra/modules/service.bicep').matchAll(/(PHULUC_PLAN|PHULUC_AGENCIES): '([^']+)'/g)].map((found) => found.slice(1)),
  );
  const packed = Object.fromEntries(
    [...readFileSync('tools/packed-plan.mjs', 'utf8').matchAll(/(PHULUC_PLAN|PHULUC_AGENCIES): '([^']+)'/g)].map((found) => found.slice(1)),
  );
  expect([set, Object.keys(set).length]).toEqual([packed, 2]);
});

test('host.json says what the host of Azure Functions knows', () => {
  // learn.microsoft.com, "host.json reference for Azure Functions 2.x and later".
  const { version, extensions, functionTimeout, logging, extensionBundle, ...others } = JSON.parse(
    readFileSync('functions/host.json', 'utf8'),
  );
  expect([others, version, Object.keys(extensions)]).toEqual([{}, '2.0', ['http']]);
  expect(Object.keys(extensions.http).sort()).toEqual(['maxConcurrentRequests', 'maxOutstandingRequests', 'routePrefix']);
  expect(extensions.http.maxOutstandingRequests).toBeGreaterThanOrEqual(extensions.http.maxConcurrentRequests);
  expect(functionTimeout).toMatch(/^\d\d:\d\d:\d\d$/);
  expect(Object.keys(logging).sort()).toEqual(['applicationInsights', 'logLevel']);
  expect(extensionBundle.id).toBe('Microsoft.Azure.Functions.ExtensionBundle');
});
