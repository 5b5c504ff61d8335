import { type RegisteredFunction, triggerOf } from './functions-app.ts';
import { byPrecedence, type CompiledRoute, compileRoute, matchRoute } from './route.ts';

/** What a path and a method lead to. */
export type Found =
  | {
      readonly kind: 'function';
      readonly served: RegisteredFunction;
      readonly route: string;
      readonly parameters: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'other-methods'; readonly allowed: readonly string[] }
  | { readonly kind: 'nothing' };

export type Router = (method: string, path: readonly string[]) => Found;

/** Finds the HTTP function of a URL's path below the prefix of host.json. */
export function routerOf(functions: readonly RegisteredFunction[], prefix: string): Router {
  const routes = functions
    .flatMap((served) => {
      const trigger = triggerOf(served);
      if (trigger?.type !== 'httpTrigger') return [];
      const route: CompiledRoute = compileRoute(`${prefix}/${trigger.route ?? served.name}`);
      return [{ served, route, methods: (trigger.methods ?? []).map((method) => method.toUpperCase()) }];
    })
    .sort((one, other) => byPrecedence(one.route, other.route));

  return (method, path) => {
    const allowed: string[] = [];
    for (const { served, route, methods } of routes) {
      const parameters = matchRoute(route, path);
      if (!parameters) continue;
      if (methods.includes(method)) return { kind: 'function', served, route: route.template, parameters };
      allowed.push(...methods);
    }
    return allowed.length > 0 ? { kind: 'other-methods', allowed } : { kind: 'nothing' };
  };
}
