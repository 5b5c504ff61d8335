import type { FunctionsApp, ProgrammingModel, RegisteredFunction } from './functions-app.ts';
import { provideFunctionsCore } from './functions-core.ts';
import type { Log, LogLevel } from './log.ts';

type HookCallback = (context: object) => unknown;

/** Hooks that this host runs, as Azure's worker does at the start and the end of an app. */
const HOOKS = ['appStart', 'appTerminate'] as const;
type Hook = (typeof HOOKS)[number];

const SERVED = ['httpTrigger', 'timerTrigger'];

/**
 * Loads a functions app and takes what it registers with `@azure/functions`, as Azure's Node worker does. Once in a process. Throws
 * where the app registers what this host cannot serve: better at the start than a function that never runs.
 */
export async function loadApp(importApp: () => Promise<unknown>, log: Log): Promise<FunctionsApp> {
  const functions: RegisteredFunction[] = [];
  const hooks: Record<Hook, HookCallback[]> = { appStart: [], appTerminate: [] };
  let model: ProgrammingModel | null = null;
  let loaded = false;

  provideFunctionsCore({
    version: '4.0.0',
    Disposable: class {
      dispose(): void {}
    },
    setProgrammingModel: (one: ProgrammingModel) => {
      model = one;
    },
    getProgrammingModel: () => model,
    log: (level: LogLevel, _category: string, message: string) => log({ level, message }),
    registerHook: (name: string, callback: HookCallback) => {
      if (!isHook(name)) throw new Error(`[register hook] "${name}": this host does not run it`);
      hooks[name].push(callback);
      return { dispose: () => hooks[name].splice(hooks[name].indexOf(callback), 1) };
    },
    registerFunction: (metadata: Omit<RegisteredFunction, 'handler'>, handler: RegisteredFunction['handler']) => {
      if (loaded) throw new Error(`[register] "${metadata.name}": the app has been loaded already`);
      functions.push(servable({ ...metadata, handler }));
      return { dispose: () => {} };
    },
  });
  await importApp();
  loaded = true;
  if (!model) throw new Error('[load] "functions app": it registered nothing');
  const run = async (hook: Hook): Promise<void> => {
    for (const callback of hooks[hook]) await callback({ hookData: {}, appHookData: {}, functionAppDirectory: process.cwd() });
  };
  await run('appStart');
  return { functions, model, terminate: () => run('appTerminate') };
}

const isHook = (name: string): name is Hook => HOOKS.some((one) => one === name);

function servable(one: RegisteredFunction): RegisteredFunction {
  const types = Object.values(one.bindings).map(({ type }) => type);
  const foreign = types.find((type) => type !== 'http' && !SERVED.includes(type));
  if (foreign) throw new Error(`[register] "${one.name}": this host has no binding "${foreign}"`);
  return one;
}
