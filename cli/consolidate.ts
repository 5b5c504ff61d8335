import { rmSync } from 'node:fs';
import { consolidate } from '../core/consolidating/consolidate.ts';
import { localDay } from '../core/local-day.ts';
import { buildAppendix } from '../templates/appendix/build-appendix.ts';
import { packByZlib } from '../templates/by-zlib.ts';
import { loadContext, periodOf } from './context.ts';
import { filesOf } from './folder-files.ts';
import { readInbox } from './inbox.ts';
import { instantOf } from './instant.ts';
import { keepReports, keptReportsFile } from './kept-reports.ts';
import { needed, parseCall } from './options.ts';
import { inFolder, outputFolder, writeJson, writeWhole } from './output.ts';
import { matrixBefore } from './previous-matrix.ts';
import { problemCounts } from './problem-counts.ts';
import { progress } from './progress.ts';
import { summary } from './summary.ts';
import { WrongCall } from './wrong-call.ts';

/** `phuluc consolidate`: a folder of workbooks → matrix.json, problems.json and the appendix workbook; 1 where no report counts. */
export async function consolidateFolder(args: readonly string[]): Promise<number> {
  const { values, rest } = parseCall(args, ['period', 'out', 'at', 'previous', 'plan', 'agencies']);
  const [folder, extra] = rest;
  if (folder === undefined || extra !== undefined)
    throw new WrongCall('Nêu một thư mục chứa các biểu đã điền. Ví dụ: phuluc consolidate da-nop --period 2026 --out ket-qua');
  const loaded = loadContext(values);
  const period = periodOf(values.period, loaded);
  const at = instantOf(values.at, loaded.plan.reporting.utcOffset);
  const previous = values.previous === undefined ? null : matrixBefore(values.previous, period, loaded);
  const files = filesOf(folder);
  const out = outputFolder(needed(values.out, 'out'));

  const shown = progress('Đang đọc', files.length);
  const today = localDay(at, loaded.plan.reporting.utcOffset);
  const inbox = await readInbox(files, { context: { ...loaded, expected: period, previous, today }, period, now: at, step: shown.step });
  shown.end();
  const appendix = inFolder(out, `phu-luc-tong-hop-${period}.xlsx`);
  writeWhole(inFolder(out, 'problems.json'), `${JSON.stringify(inbox.problems, null, 1)}\n`);
  if (inbox.received.length === 0) {
    // Results of an earlier run beside this problems.json would be taken for today's.
    for (const stale of [inFolder(out, 'matrix.json'), keptReportsFile(out), appendix]) rmSync(stale, { force: true });
    process.stdout.write(summary({ inbox, matrix: null, context: loaded, out }));
    return 1;
  }
  const obligations = loaded.obligationsOf(period);
  const matrix = consolidate({ obligations, received: inbox.received, at, previous });
  writeJson(inFolder(out, 'matrix.json'), matrix);
  keepReports(out, inbox, { matrix, previous, context: loaded });
  writeWhole(
    appendix,
    await buildAppendix(
      {
        obligations,
        matrix,
        received: inbox.received,
        receivedAt: new Map(inbox.received.flatMap((one) => (one.at ? [[one.report.agency, one.at] as const] : []))),
        problems: problemCounts(inbox.problems),
      },
      packByZlib,
    ),
  );
  process.stdout.write(summary({ inbox, matrix, context: loaded, out }));
  return 0;
}
