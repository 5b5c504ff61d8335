import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Agencies } from '../core/plan/agency.ts';
import { checkPlan, type WrittenPlan } from '../core/plan/checking/check-plan.ts';
import type { PlanFinding } from '../core/plan/checking/plan-fault.ts';
import { Plan } from '../core/plan/plan.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { planFinding } from '../core/wording/plan-faults.ts';
import agenciesSeed from './agencies.json' with { type: 'json' };
import planSeed from './plan.json' with { type: 'json' };

/** The files of a plan and of its agencies; the seeds where none is named. */
export interface PlanFiles {
  readonly plan?: string | undefined;
  readonly agencies?: string | undefined;
}

/** The files that a call names, else those that the environment names. */
export const planFilesOf = ({ plan, agencies }: PlanFiles, environment: Readonly<Record<string, string | undefined>>): PlanFiles => ({
  plan: plan ?? (environment.PHULUC_PLAN || undefined),
  agencies: agencies ?? (environment.PHULUC_AGENCIES || undefined),
});

/** A plan that can be used, with what is told of it all the same. */
export interface ChosenPlan {
  readonly plan: Plan;
  readonly agencies: Agencies;
  readonly warnings: readonly PlanFinding[];
}

/** Why a plan is not used: its file cannot be opened, or all that is wrong with it and with its agencies. */
export type PlanRefusal =
  | { readonly why: 'not-opened'; readonly file: string }
  | { readonly why: 'faults'; readonly findings: readonly PlanFinding[] };

const NAMES = { plan: 'plan.json', agencies: 'agencies.json' };

/** Reads, checks and parses the files that are named. The seeds themselves are checked by the tests. */
export function choosePlan(files: PlanFiles): Result<ChosenPlan, PlanRefusal> {
  if (files.plan === undefined && files.agencies === undefined)
    return ok({ plan: Plan.parse(planSeed), agencies: Agencies.parse(agenciesSeed), warnings: [] });
  const findings = checkPlanFiles(files);
  if (!findings.ok) return findings;
  const { written, told } = findings.value;
  if (told.some(({ severity }) => severity === 'error')) return failed({ why: 'faults', findings: told });
  return ok({ plan: Plan.parse(written.plan), agencies: Agencies.parse(written.agencies), warnings: told });
}

/** What the files say, and everything that is to be told of it. */
export function checkPlanFiles(
  files: PlanFiles,
): Result<{ readonly written: WrittenPlan; readonly told: readonly PlanFinding[] }, PlanRefusal> {
  const names = { plan: basename(files.plan ?? NAMES.plan), agencies: basename(files.agencies ?? NAMES.agencies) };
  const read = { plan: jsonOf(files.plan, planSeed), agencies: jsonOf(files.agencies, agenciesSeed) };
  for (const kind of ['plan', 'agencies'] as const)
    if (read[kind] === 'not-opened') return failed({ why: 'not-opened', file: files[kind] ?? '' });
  const broken = (['plan', 'agencies'] as const).filter((kind) => read[kind] === 'no-json');
  if (broken.length > 0) return failed({ why: 'faults', findings: broken.map((kind) => noJson(names[kind])) });
  const written = { plan: said(read.plan), agencies: said(read.agencies) };
  return ok({ written, told: checkPlan(written).map((fault) => planFinding(fault, written, names)) });
}

type ReadJson = { readonly said: unknown } | 'not-opened' | 'no-json';

const said = (read: ReadJson): unknown => (typeof read === 'object' ? read.said : undefined);

function jsonOf(file: string | undefined, seed: unknown): ReadJson {
  if (file === undefined) return { said: seed };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return 'not-opened';
  }
  try {
    return { said: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch {
    return 'no-json';
  }
}

const noJson = (file: string): PlanFinding => ({
  file,
  field: '',
  rule: 'shape',
  severity: 'error',
  message: 'Tệp không phải JSON. Kiểm tra lại dấu ngoặc, dấu phẩy, dấu nháy.',
});

/** All that is to be told of a plan, a line each: "✕ plan.json · PL1.I.1.3 · reporters.0: …". */
export function refusalText(refusal: PlanRefusal): string {
  if (refusal.why === 'not-opened') return `Không mở được tệp “${refusal.file}”. Kiểm tra lại đường dẫn.`;
  const count = refusal.findings.filter(({ severity }) => severity === 'error').length;
  return [`Kế hoạch chưa dùng được: ${count} lỗi.`, ...refusal.findings.map(planFindingLine)].join('\n');
}

const SIGNS = { error: '✕', warning: '▲' } as const satisfies Record<PlanFinding['severity'], string>;

/** One finding as one line. */
export const planFindingLine = ({ file, row, field, severity, message }: PlanFinding): string =>
  `  ${SIGNS[severity]} ${[file, row, field].filter((part) => part !== undefined && part !== '').join(' · ')}: ${message}`;
