import type { AgencyId } from '../core/agency.ts';
import { type Finding, finding } from '../core/findings/finding.ts';
import { compareCodePoints } from '../core/text.ts';

/** A workbook of a folder, as far as choosing between two of one agency needs to know it. */
export interface Sent {
  readonly file: string;
  readonly agency: AgencyId | null;
  readonly modified: Date | null;
}

/** Which files of the same agency are passed over, and what is to be said of each. */
export interface Choice {
  readonly passedOver: ReadonlySet<string>;
  readonly findings: ReadonlyMap<string, Finding>;
}

/** Of an agency's several workbooks the one saved last counts; equal or absent times leave it open, and none counts (contract, "consolidate"). */
export function onePerAgency(sent: readonly Sent[]): Choice {
  const passedOver = new Set<string>();
  const findings = new Map<string, Finding>();
  for (const [agency, all] of byAgency(sent)) {
    if (agency === null || all.length < 2) continue;
    const files = all.map(({ file }) => file).sort(compareCodePoints);
    const latest = latestOf(all);
    for (const { file } of all) {
      if (file === latest) continue;
      passedOver.add(file);
      findings.set(
        file,
        latest === null ? finding('two-workbooks-unclear', { files }) : finding('two-workbooks', { files, counted: latest }),
      );
    }
  }
  return { passedOver, findings };
}

function latestOf(sent: readonly Sent[]): string | null {
  const times = sent.map(({ modified }) => modified?.getTime() ?? null);
  if (times.includes(null)) return null;
  const latest = Math.max(...times.map(Number));
  const winners = sent.filter(({ modified }) => modified?.getTime() === latest);
  return winners.length === 1 ? (winners[0]?.file ?? null) : null;
}

function byAgency(sent: readonly Sent[]): Map<AgencyId | null, Sent[]> {
  const groups = new Map<AgencyId | null, Sent[]>();
  for (const one of sent) groups.set(one.agency, [...(groups.get(one.agency) ?? []), one]);
  return groups;
}
