import type { PlanFile } from '../checking/plan-fault.ts';
import type { BookPlace } from './book-fault.ts';

/** Where each value of a plan stands in its workbook. */
export class Places {
  readonly #byPath = new Map<string, BookPlace>();

  set(file: PlanFile, path: readonly PropertyKey[], place: BookPlace): void {
    this.#byPath.set(keyOf(file, path), place);
  }

  /** The cell of a value; where it has none, that of what it belongs to, or the first one of what belongs to it. */
  of(file: PlanFile, path: readonly PropertyKey[]): BookPlace | null {
    for (let length = path.length; length >= 0; length--) {
      const key = keyOf(file, path.slice(0, length));
      const own = this.#byPath.get(key);
      if (own) return own;
      if (length === 0 && path.length > 0) break;
      for (const [known, place] of this.#byPath) if (known.startsWith(`${key}\n`)) return place;
    }
    return null;
  }
}

const keyOf = (file: PlanFile, path: readonly PropertyKey[]): string => [file, ...path.map(String)].join('\n');
