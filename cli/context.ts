import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { Agencies } from '../core/plan/agency.ts';
import { type Obligations, obligationsOf } from '../core/plan/obligations.ts';
import { isPlanPeriod, Period, Plan } from '../core/plan/plan.ts';
import { defaultAgencies } from '../seeds/agencies.ts';
import { defaultPlan } from '../seeds/plan.ts';
import { WrongCall } from './wrong-call.ts';

/** Plan and agencies that a command works with. */
export interface CommandContext {
  readonly plan: Plan;
  readonly agencies: Agencies;
  readonly obligationsOf: (period: Period) => Obligations;
}

/** The seeds, or another plan and list of the same shape; a broken one stops the call with the path of the field. */
export function loadContext(options: { readonly plan?: string | undefined; readonly agencies?: string | undefined }): CommandContext {
  const plan = options.plan === undefined ? defaultPlan() : parseFile(options.plan, Plan);
  const agencies = options.agencies === undefined ? defaultAgencies() : parseFile(options.agencies, Agencies);
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

/** The period of a call: a year of the plan. */
export function periodOf(text: string | undefined, { plan }: CommandContext): Period {
  const period = Period.safeParse(text);
  if (text === undefined) throw new WrongCall('Thiếu --period. Ví dụ: --period 2026');
  if (period.success && isPlanPeriod(plan, period.data)) return period.data;
  const years = plan.phases.map(({ from, to }) => `${from}-${to}`).join(', ');
  throw new WrongCall(`Kỳ “${text}” không thuộc kế hoạch. Chọn một năm trong: ${years}.`);
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
