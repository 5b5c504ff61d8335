import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { agencyName } from '../core/agency.ts';
import type { Received } from '../core/consolidate/consolidate.ts';
import { blocks, type Finding } from '../core/findings/finding.ts';
import { figureCells } from '../core/reading/figure-cells.ts';
import type { ReadingContext } from '../core/reading/read-report.ts';
import { holdsAnything } from '../core/report.ts';
import { sameAsAnother } from '../core/rules/same-as-another.ts';
import { savedAt } from '../core/saved-time.ts';
import { compareCodePoints } from '../core/text.ts';
import { onePerAgency } from './one-per-agency.ts';
import { type Problem, problemsOf, sortProblems } from './problems.ts';
import { readFile } from './read-file.ts';
import { WrongCall } from './wrong-call.ts';

/** A folder of workbooks once read: the reports that count, and everything that was found. */
export interface Inbox {
  readonly files: readonly string[];
  readonly received: readonly (Received & { readonly file: string; readonly at: Date | null })[];
  readonly problems: readonly Problem[];
}

/** What the files are read for; none of them was saved after `now`. */
export interface Reading {
  readonly context: ReadingContext;
  readonly now: Date;
  readonly step: (done: number) => void;
}

/** The files of a folder in the order of their names; lock files (`~$`), hidden ones and subfolders are passed over. */
export function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('~$') && !name.startsWith('.'))
      .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory() !== true)
      .sort(compareCodePoints);
  } catch {
    throw new WrongCall(`Không mở được thư mục “${folder}”. Kiểm tra lại đường dẫn.`);
  }
}

/** Reads these files of a folder as uploads: whose it is says its own identity, never its name. One bad file never stops the rest. */
export function readInbox(folder: string, files: readonly string[], { context, now, step }: Reading): Inbox {
  const clock = { offset: context.plan.reporting.utcOffset, now };
  const uploads = files.map((file, k) => {
    const upload = readFile(join(folder, file), context);
    step(k + 1);
    return { file, ...upload };
  });
  const choice = onePerAgency(
    uploads.map(({ file, identity, content, modified }) => ({ file, agency: identity?.agency ?? null, content, modified })),
    clock,
  );
  const counted = uploads.filter(({ file, findings }) => !choice.passedOver.has(file) && !blocks(findings));
  const countedFiles = new Set(counted.map(({ file }) => file));
  const received = counted.flatMap(({ file, report, places, modified }) => {
    const at = savedAt(modified, clock);
    return report ? [{ file, at, report, cells: figureCells(report, places), source: { file, ...(at && { at: at.toISOString() }) } }] : [];
  });
  const alike = sameAsAnother(received.map(({ report }) => report).filter(holdsAnything), (agency) => agencyName(context.agencies, agency));
  const problems = uploads.flatMap(({ file, identity, findings }) => {
    const choiceOf = choice.findings.get(file);
    const superseded = choiceOf?.severity === 'warning';
    const copied = identity && countedFiles.has(file) ? alike.get(identity.agency) : undefined;
    const all: Finding[] = [...(choiceOf ? [choiceOf] : []), ...(superseded ? [] : findings), ...(copied ? [copied] : [])];
    return problemsOf(file, identity?.agency, all);
  });
  return { files, received, problems: sortProblems(problems) };
}
