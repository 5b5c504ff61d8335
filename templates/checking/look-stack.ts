import type { Look } from './property-look.ts';

/** The looks in force where a reader stands, each as long as the element is open that it belongs to. */
export interface LookStack {
  readonly put: (look: Look, depth: number) => void;
  /** Forgets what belonged to elements deeper than `depth`. */
  readonly leave: (depth: number) => void;
  /** What stands before a text that is seen otherwise than it is written; null where nothing is seen of it. */
  readonly signs: () => string | null;
}

/** No element has more properties that count; more of them are the work of whoever wants the reader to be slow. */
const MOST_LOOKS = 500;

const UNKNOWN: Look = { property: '', sign: '' };

export function lookStack(usual: readonly Look[]): LookStack {
  const stack: { readonly look: Look; readonly depth: number }[] = usual.slice(0, MOST_LOOKS).map((look) => ({ look, depth: 0 }));
  let known: string | null | undefined;
  const worked = (): string | null => {
    const inForce = new Map(stack.map(({ look }) => [look.property, look.sign]));
    const signs = new Set(inForce.values());
    return signs.has('') ? null : [...signs].filter((sign) => sign !== null).join('');
  };
  return {
    put(look, depth) {
      if (stack.length > MOST_LOOKS) return;
      stack.push({ look: stack.length === MOST_LOOKS ? UNKNOWN : look, depth });
      known = undefined;
    },
    leave(depth) {
      for (let last = stack.at(-1); last && last.depth > depth; last = stack.at(-1)) {
        stack.pop();
        known = undefined;
      }
    },
    signs() {
      if (known === undefined) known = worked();
      return known;
    },
  };
}
