import { ok, type Result } from '../../core/result.ts';
import type { Answer } from './call.ts';
import type { ApiTrouble } from './trouble.ts';

interface Part<T> {
  readonly entries: readonly T[];
  /** Where more follow, what the next request names as `after`. */
  readonly next?: string | undefined;
}

/** All entries of a list that is answered part by part; the first refusal where one part was refused. */
export async function everyEntry<T>(
  ask: (after: string | null) => Promise<Result<Answer<Part<T>>, ApiTrouble>>,
): Promise<Result<readonly T[], ApiTrouble>> {
  const entries: T[] = [];
  let after: string | null = null;
  do {
    const answer: Result<Answer<Part<T>>, ApiTrouble> = await ask(after);
    if (!answer.ok) return answer;
    for (const entry of answer.value.value.entries) entries.push(entry);
    after = answer.value.value.next ?? null;
  } while (after !== null);
  return ok(entries);
}
