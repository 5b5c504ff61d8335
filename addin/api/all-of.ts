import { ok, type Result } from '../../core/result.ts';
import type { Answer } from './call.ts';
import type { ApiTrouble } from './trouble.ts';

type Asked<T> = Result<Answer<T>, ApiTrouble>;

/** What several calls gave; the first refusal where one was refused. */
export function allOf<A, B>(answers: readonly [Asked<A>, Asked<B>]): Result<readonly [A, B], ApiTrouble>;
export function allOf<A, B, C>(answers: readonly [Asked<A>, Asked<B>, Asked<C>]): Result<readonly [A, B, C], ApiTrouble>;
export function allOf(answers: readonly Asked<unknown>[]): Result<readonly unknown[], ApiTrouble> {
  const values: unknown[] = [];
  for (const one of answers) {
    if (!one.ok) return one;
    values.push(one.value.value);
  }
  return ok(values);
}
