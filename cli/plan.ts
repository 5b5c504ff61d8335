import type { PlanFinding } from '../core/plan/checking/plan-fault.ts';
import { planChanges } from '../core/plan/plan-changes.ts';
import { planChangeText } from '../core/wording/plan-changes.ts';
import { checkPlanFiles, choosePlan, type PlanRefusal, planFilesOf, planFindingLine, refusalText } from '../seeds/chosen-plan.ts';
import { type Call, parseCall } from './options.ts';
import { printable } from './printable.ts';
import { PlanRefused, WrongCall } from './wrong-call.ts';

/** `phuluc plan`: what there is to do with a plan and its agencies. */
export async function plan(args: readonly string[]): Promise<number> {
  const [verb, ...rest] = args;
  switch (verb) {
    case 'check':
      return check(parseCall(rest, ['agencies', 'json']));
    case 'diff':
      return diff(parseCall(rest, ['agencies', 'json']));
    case 'export':
      return (await import('./plan-workbook.ts')).exportPlan(parseCall(rest, ['out', 'plan', 'agencies', 'blank']));
    case 'import':
      return (await import('./plan-workbook.ts')).importPlan(parseCall(rest, ['out', 'json']));
    case 'propose':
      return (await import('./plan-workbook.ts')).proposeRows(parseCall(rest, ['out']));
    case 'reset':
      return (await import('./plan-reset.ts')).resetPlan(parseCall(rest, ['data', 'reason', 'plan', 'agencies']));
    default:
      throw new WrongCall(
        'Nêu việc cần làm: plan check, plan diff, plan export, plan propose, plan import hoặc plan reset. Xem: phuluc --help',
      );
  }
}

/** What an amended plan says otherwise; 1 where one of the two cannot be used. */
function diff({ values, rest: [before, after, extra] }: Call): number {
  if (before === undefined || after === undefined || extra !== undefined)
    throw new WrongCall('Nêu hai tệp kế hoạch. Ví dụ: phuluc plan diff ke-hoach-cu.json ke-hoach.json');
  const [one, two] = [before, after].map((file) => {
    const chosen = choosePlan({ ...planFilesOf({ agencies: values.agencies }, process.env), plan: file });
    if (chosen.ok) return chosen.value.plan;
    throw chosen.error.why === 'faults' ? new PlanRefused(refusalText(chosen.error)) : new WrongCall(refusalText(chosen.error));
  });
  const changes = planChanges(one, two);
  const lines = changes.length > 0 ? changes.map(planChangeText) : ['Hai kế hoạch như nhau'];
  process.stdout.write(values.json ? `${JSON.stringify(changes, null, 1)}\n` : `${lines.map(printable).join('\n')}\n`);
  return 0;
}

/** All that is wrong with a plan and its agencies; 1 where there is an error. */
function check({ values, rest: [file, extra] }: Call): number {
  if (file === undefined || extra !== undefined) throw new WrongCall('Nêu một tệp kế hoạch. Ví dụ: phuluc plan check ke-hoach.json');
  const checked = checkPlanFiles({ ...planFilesOf({ agencies: values.agencies }, process.env), plan: file });
  const findings = checked.ok ? checked.value.told : findingsOf(checked.error);
  const lines = findings.length > 0 ? findings.map(planFindingLine) : ['✓ Không có lỗi, cảnh báo'];
  process.stdout.write(values.json ? `${JSON.stringify(findings, null, 1)}\n` : `${lines.map(printable).join('\n')}\n`);
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function findingsOf(refusal: PlanRefusal): readonly PlanFinding[] {
  if (refusal.why === 'not-opened') throw new WrongCall(refusalText(refusal));
  return refusal.findings;
}
