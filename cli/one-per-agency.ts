import { type Finding, finding } from '../core/findings/finding.ts';
import type { AgencyId } from '../core/plan/agency.ts';
import { twoWorkbooks, twoWorkbooksUnclear } from '../core/rules/two-workbooks.ts';
import { type Clock, compareSaved, type SavedTime } from '../core/saved-time.ts';
import { compareCodePoints } from '../core/text.ts';

/** A workbook of a folder, as far as choosing between two of one agency needs to know it; equal `content` is the same bytes, where an agency sent several. */
export interface FolderWorkbook {
  readonly file: string;
  readonly agency: AgencyId | null;
  readonly content: string;
  readonly modified: SavedTime | null;
}

/** Which files of the same agency are passed over, and what is to be said of them. */
export interface OnePerAgency {
  readonly passedOver: ReadonlySet<string>;
  readonly findings: ReadonlyMap<string, Finding>;
}

/**
 * Of an agency's several workbooks the one saved last counts; where their times leave that open, none does (contract, "consolidate").
 * Copies of the same bytes are one workbook. What is passed over is told once a workbook, and all files that are left in doubt.
 */
export function onePerAgency(sent: readonly FolderWorkbook[], clock: Clock): OnePerAgency {
  const passedOver = new Set<string>();
  const findings = new Map<string, Finding>();
  for (const [agency, all] of groupedBy(sent, (one) => one.agency)) {
    if (agency === null || all.length < 2) continue;
    const ordered = [...all].sort((one, other) => compareCodePoints(one.file, other.file));
    const files = ordered.map(({ file }) => file);
    const workbooks = [...groupedBy(ordered, ({ content }) => content).values()];
    const latest = latestOf(
      workbooks.flatMap(([first]) => first ?? []),
      clock,
    );
    for (const { file } of ordered) if (file !== latest?.file) passedOver.add(file);
    if (latest === null) for (const file of files) findings.set(file, finding(twoWorkbooksUnclear, { files }));
    else
      for (const file of told(workbooks, latest))
        findings.set(file, finding(twoWorkbooks, { files, counted: latest.file, workbooks: workbooks.length }));
  }
  return { passedOver, findings };
}

/** The files that carry the warning: the first of each workbook that does not count; of mere copies the first copy. */
function told(workbooks: readonly (readonly FolderWorkbook[])[], latest: FolderWorkbook): string[] {
  const others = workbooks.length > 1 ? workbooks.filter((copies) => !copies.includes(latest)) : workbooks.map((copies) => copies.slice(1));
  return others.flatMap(([first]) => first?.file ?? []);
}

function latestOf(workbooks: readonly FolderWorkbook[], clock: Clock): FolderWorkbook | null {
  const isLatest = (one: FolderWorkbook) =>
    workbooks.every((other) => other === one || compareSaved(one.modified, other.modified, clock) === 'later');
  return workbooks.find(isLatest) ?? null;
}

function groupedBy<K, T>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
