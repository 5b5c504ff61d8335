import Module from 'node:module';

/** The module that `@azure/functions` asks for at run time; in Azure the Node worker answers to this name, no registry has it. */
const NAME = '@azure/functions-core';

type Load = (request: string, ...rest: readonly unknown[]) => unknown;

/**
 * Gives `core` to whoever requires the worker's module. To be called before the app is loaded; the library asks at its first registration.
 */
export function provideFunctionsCore(core: object): void {
  const loader = Module as unknown as { _load: Load }; // Node's own hook for CommonJS, without a type
  const load = loader._load;
  loader._load = (request, ...rest) => (request === NAME ? core : load(request, ...rest));
}
