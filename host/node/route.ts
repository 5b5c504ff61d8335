/** A segment of a route: plain text, a parameter, or all the rest of the address. */
type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: string; readonly pattern: RegExp | null; readonly optional: boolean }
  | { readonly kind: 'rest'; readonly name: string };

/** A route's template, ready to be asked. */
export interface CompiledRoute {
  readonly template: string;
  readonly segments: readonly Segment[];
}

const PARAMETER = /^\{(\*{0,2})(\w+)(?::(\w+))?(\?)?\}$/;
const CONSTRAINTS: Readonly<Record<string, RegExp>> = {
  alpha: /^[a-z]+$/i,
  int: /^-?\d+$/,
  long: /^-?\d+$/,
  bool: /^(?:true|false)$/i,
  guid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
};

/**
 * Compiles a template as Azure Functions writes them: `{x}`, `{x:int}`, `{x?}`, `{*rest}`. Throws for what it would serve otherwise than
 * Azure.
 */
export function compileRoute(template: string): CompiledRoute {
  const texts = template.split('/').filter((text) => text !== '');
  const segments = texts.map((text) => segmentOf(text, template));
  const early = segments.slice(0, -1).find((one) => one.kind === 'rest' || (one.kind === 'parameter' && one.optional));
  if (early) throw new Error(`[route] "${template}": only the last segment may be optional or take the rest`);
  return { template, segments };
}

function segmentOf(text: string, template: string): Segment {
  if (!/[{}]/.test(text)) return { kind: 'text', text: text.toLowerCase() };
  const [, stars = '', name = '', constraint, optional] = PARAMETER.exec(text) ?? [];
  const pattern = constraint === undefined ? null : CONSTRAINTS[constraint];
  if (name === '' || pattern === undefined || (stars && (constraint || optional)))
    throw new Error(`[route] "${template}": segment "${text}" is not supported`);
  return stars ? { kind: 'rest', name } : { kind: 'parameter', name, pattern, optional: optional !== undefined };
}

/**
 * The parameters of a URL's path (its decoded segments) on this route; null where the path is another's. Text matches in any case, as on
 * Azure.
 */
export function matchRoute({ segments }: CompiledRoute, path: readonly string[]): Readonly<Record<string, string>> | null {
  const parameters: Record<string, string> = Object.create(null);
  let taken = 0;
  for (const segment of segments) {
    if (segment.kind === 'rest') {
      parameters[segment.name] = path.slice(taken).join('/');
      return parameters;
    }
    const text = path[taken];
    if (text === undefined) {
      if (segment.kind === 'parameter' && segment.optional) continue;
      return null;
    }
    if (segment.kind === 'text' ? segment.text !== text.toLowerCase() : segment.pattern?.test(text) === false) return null;
    if (segment.kind === 'parameter') parameters[segment.name] = text;
    taken += 1;
  }
  return taken === path.length ? parameters : null;
}

/** Sorts routes by who is asked first: text before a constrained parameter before a free one before the rest. */
export function byPrecedence(one: CompiledRoute, other: CompiledRoute): number {
  const length = Math.max(one.segments.length, other.segments.length);
  for (let k = 0; k < length; k += 1) {
    const difference = rank(one.segments[k]) - rank(other.segments[k]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function rank(segment: Segment | undefined): number {
  if (segment === undefined) return 0;
  if (segment.kind === 'text') return 1;
  if (segment.kind === 'rest') return 4;
  return segment.pattern ? 2 : 3;
}
