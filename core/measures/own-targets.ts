import type * as z from 'zod';
import { takesPerAgency, withTarget } from './measure-of.ts';
import { Measure } from './schemas.ts';
import { unfit } from './unfit.ts';

/** What a row sets in place of its bound: for single periods, for single agencies. */
interface OwnTargets {
  readonly measure: Measure;
  readonly targets?: Readonly<Partial<Record<string, number>>> | undefined;
  readonly perAgency?: Readonly<Partial<Record<string, number>>> | undefined;
}

/** Each must be a bound that the row's measure can have; a measure that has no single bound takes none. */
export function ownTargets({ measure, targets = {}, perAgency = {} }: OwnTargets, context: z.RefinementCtx): void {
  // a measure that is none is told by itself, once
  if (!Measure.safeParse(measure).success) return;
  const fits = (target: number): boolean => Measure.safeParse(withTarget(measure, target)).success;
  const wrong = (path: string[]) =>
    unfit(context, path, 'Mức giao riêng chỉ dùng với cách tính từng cơ quan phải đạt, trong khoảng mà cách tính nhận.');
  for (const [period, target = 0] of Object.entries(targets))
    if (!fits(target))
      unfit(context, ['targets', period], 'Cách tính của dòng không nhận mức riêng này cho một kỳ. Sửa mức, hoặc để trống.');
  const takesAgencies = takesPerAgency(measure) || Object.keys(perAgency).length === 0;
  if (!takesAgencies) wrong(['perAgency']);
  else for (const [agency, target = 0] of Object.entries(perAgency)) if (!fits(target)) wrong(['perAgency', agency]);
}
