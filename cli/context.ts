import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import type { Agencies } from '../core/plan/agency.ts';
import { type Obligations, obligationsOf } from '../core/plan/obligations.ts';
import { Period } from '../core/plan/period.ts';
import { periodsInYear } from '../core/plan/period-parts.ts';
import type { Plan } from '../core/plan/plan.ts';
import { isPlanPeriod, kindsOf } from '../core/plan/plan-periods.ts';
import { RHYTHMS } from '../core/wording/period-names.ts';
import { choosePlan, type PlanFiles, planFilesOf, refusalText } from '../seeds/chosen-plan.ts';
import { PlanRefused, WrongCall } from './wrong-call.ts';

/** Plan and agencies that a command works with. */
export interface CommandContext {
  readonly plan: Plan;
  readonly agencies: Agencies;
  readonly obligationsOf: (period: Period) => Obligations;
}

/**
 * The files that the call names, else those that the environment names, else the seeds; a broken plan stops the call with all its faults.
 */
export function loadContext(options: PlanFiles): CommandContext {
  const chosen = choosePlan(planFilesOf(options, process.env));
  if (!chosen.ok)
    throw chosen.error.why === 'faults' ? new PlanRefused(refusalText(chosen.error)) : new WrongCall(refusalText(chosen.error));
  return contextOf(chosen.value.plan, chosen.value.agencies);
}

/** What a command works with when it works with this plan and these agencies. */
export function contextOf(plan: Plan, agencies: Agencies): CommandContext {
  const made = new Map<Period, Obligations>();
  return {
    plan,
    agencies,
    obligationsOf(period) {
      const known = made.get(period) ?? obligationsOf(plan, agencies, period);
      made.set(period, known);
      return known;
    },
  };
}

/** The period of a call: one of the plan's. */
export function periodOf(text: string | undefined, { plan }: CommandContext): Period {
  const period = Period.safeParse(text);
  if (text === undefined) throw new WrongCall('Thiếu --period. Ví dụ: --period 2026');
  if (period.success && isPlanPeriod(plan, period.data)) return period.data;
  const years = plan.phases.map(({ from, to }) => `${from}-${to}`).join(', ');
  const forms = kindsOf(plan).map((kind) => `${periodsInYear(plan.phases[0]?.from ?? 2026, kind)[0]} (${RHYTHMS[kind]})`);
  throw new WrongCall(`Kỳ “${text}” không thuộc kế hoạch. Các năm: ${years}; cách ghi kỳ: ${forms.join(', ')}.`);
}

/** A JSON file of a known shape. */
export function parseFile<S extends z.ZodType>(path: string, shape: S): z.infer<S> {
  const parsed = shape.safeParse(readJson(path));
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new WrongCall(
    `Tệp “${path}” không đúng cấu trúc ở trường ${first?.path.join('.') || '(gốc)'} (${first?.message ?? ''}). Sửa trường này rồi chạy lại.`,
  );
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error;
    throw new WrongCall(
      missing ? `Không mở được tệp “${path}”. Kiểm tra lại đường dẫn.` : `Tệp “${path}” không phải JSON. Kiểm tra lại tệp.`,
    );
  }
}
