import type { PlanFinding } from '../core/plan/checking/plan-fault.ts';
import { checkPlanFiles, type PlanRefusal, planFilesOf, planFindingLine, refusalText } from '../seeds/chosen-plan.ts';
import { type Call, parseCall } from './options.ts';
import { printable } from './printable.ts';
import { WrongCall } from './wrong-call.ts';

/** `phuluc plan check`: all that is wrong with a plan and its agencies; 1 where there is an error. */
export async function plan(args: readonly string[]): Promise<number> {
  const call = parseCall(args, ['agencies', 'json']);
  const [verb, ...rest] = call.rest;
  if (verb !== 'check') throw new WrongCall('Nêu việc cần làm: plan check KẾ-HOẠCH. Xem: phuluc --help');
  return check({ ...call, rest });
}

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
