import type { EntitySet, FeedKey } from '../../contract/feed/entity-set.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { type FeedRefusal, senseless, unsupported } from './feed-refusal.ts';
import type { KeyFilter } from './key-filter.ts';

const OPTION = '$filter';
/** A literal, a parenthesis, a word, or anything else, one sign at a time. */
const TOKEN = /'(?:[^']|'')*'|[()]|[\p{L}_][\p{L}\p{N}_/.]*|\S/gu;
const TEXT = /^'(?:[^']|'')*'$/;
const WORD = /^[\p{L}_]/u;
/** Operators of OData that the feed does not have (OData URL Conventions 4.01, 5.1.1). */
const OPERATORS: ReadonlySet<string> = new Set(['or', 'not', 'ne', 'gt', 'ge', 'lt', 'le', 'has', 'in', 'add', 'sub', 'mul', 'div', 'mod']);

/** Reads `key eq 'text' and …`, in parentheses or not: all that `$filter` may be. */
export function readFilter(text: string, { keys, properties }: Pick<EntitySet, 'keys' | 'properties'>): Result<KeyFilter, FeedRefusal> {
  const tokens = text.match(TOKEN) ?? [];
  const filter: { key: FeedKey; value: string | null }[] = [];
  let depth = 0;
  let at = 0;
  const refused = (): Result<never, FeedRefusal> => failed(isBeyondUs(tokens) ? unsupported(OPTION) : senseless(OPTION));
  for (;;) {
    for (; tokens[at] === '('; at += 1) depth += 1;
    const [name = '', operator, literal = ''] = tokens.slice(at, at + 3);
    at += 3;
    if (operator !== 'eq' || !(literal === 'null' || WORD.test(literal) || /^[\d'-]/.test(literal))) return refused();
    const property = properties.find((one) => one.name === name);
    if (!property) return refused();
    const key = keys.find((one) => one === name);
    if (key === undefined) return failed(unsupported(OPTION));
    if (literal !== 'null' && !TEXT.test(literal)) return refused();
    filter.push({ key, value: literal === 'null' ? null : literal.slice(1, -1).replaceAll("''", "'") });
    for (; tokens[at] === ')'; at += 1) depth -= 1;
    if (depth < 0) return refused();
    if (at === tokens.length) return depth === 0 ? ok(filter) : refused();
    if (tokens[at] !== 'and') return refused();
    at += 1;
  }
}

/** Whether it is an expression of OData that others would take: an operator, or a function. */
const isBeyondUs = (tokens: readonly string[]): boolean =>
  tokens.some((token, k) => OPERATORS.has(token) || (WORD.test(token) && !['and', 'eq'].includes(token) && tokens[k + 1] === '('));
