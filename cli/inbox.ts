import type { Received } from '../core/consolidating/consolidate.ts';
import { blocks, type Finding, placed } from '../core/findings/finding.ts';
import { agencyName } from '../core/plan/agency.ts';
import type { Period } from '../core/plan/period.ts';
import { figureCellsAsked } from '../core/reading/figure-cells.ts';
import type { ReadingContext } from '../core/reading/read-report.ts';
import { holdsAnything } from '../core/report.ts';
import { heavyReports } from '../core/rules/outweighs-others.ts';
import { equalReports } from '../core/rules/same-as-another.ts';
import { savedAt } from '../core/saved-time.ts';
import { contentsOfSeveral } from './contents.ts';
import type { FolderFile } from './folder-files.ts';
import { onePerAgency } from './one-per-agency.ts';
import { type Problem, problemsOf, sortProblems } from './problems.ts';
import { readFiles } from './read-files.ts';

/** A folder of workbooks once read: the reports that count, and everything that was found. */
export interface Inbox {
  /** How many were read. */
  readonly files: number;
  readonly received: readonly (Received & { readonly file: string; readonly at: Date | null })[];
  readonly problems: readonly Problem[];
}

/** What the files are read for; none of them was saved after `now`. */
export interface InboxContext {
  readonly context: ReadingContext;
  readonly period: Period;
  readonly now: Date;
  readonly step: (done: number) => void;
}

/** Reads these files as uploads: whose it is says its own identity, never its name. One bad file never stops the rest. */
export async function readInbox(files: readonly FolderFile[], { context, period, now, step }: InboxContext): Promise<Inbox> {
  const clock = { offset: context.plan.reporting.utcOffset, now };
  const paths = files.map(({ path }) => path);
  const uploads = (await readFiles(paths, context, step)).map((upload, k) => ({ file: files[k]?.name ?? '', ...upload }));
  const agencies = uploads.map(({ identity }) => identity?.agency ?? null);
  const contents = await contentsOfSeveral(files.map((file, k) => ({ ...file, agency: agencies[k] ?? null })));
  const choice = onePerAgency(
    uploads.map(({ file, modified }, k) => ({ file, agency: agencies[k] ?? null, content: contents.get(file) ?? '', modified })),
    clock,
  );
  const counted = uploads.filter(({ file, findings }) => !choice.passedOver.has(file) && !blocks(findings));
  const countedFiles = new Set(counted.map(({ file }) => file));
  const received = counted.flatMap(({ file, report, places, modified }) => {
    const at = savedAt(modified, clock);
    return report
      ? [{ file, at, report, cells: figureCellsAsked(report, places), source: { file, ...(at && { at: at.toISOString() }) } }]
      : [];
  });
  const alike = equalReports(received.map(({ report }) => report).filter(holdsAnything), (agency) => agencyName(context.agencies, agency));
  const heavy = heavyReports(
    received.map(({ report }) => report),
    context.obligationsOf(period),
  );
  const problems = uploads.flatMap(({ file, identity, findings, places }) => {
    const choiceOf = choice.findings.get(file);
    const superseded = choiceOf?.severity === 'warning';
    const agency = countedFiles.has(file) ? identity?.agency : undefined;
    const copied = agency && alike.get(agency);
    const heavier = agency ? placed(heavy.get(agency) ?? [], places) : [];
    const all: Finding[] = [...(choiceOf ? [choiceOf] : []), ...(superseded ? [] : findings), ...(copied ? [copied] : []), ...heavier];
    return problemsOf(file, identity?.agency, all);
  });
  return { files: files.length, received, problems: sortProblems(problems) };
}
