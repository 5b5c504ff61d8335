import { shortPeriodName } from '../core/wording/period-names.ts';
import { documentContext, reportRequest } from './consolidated-request.ts';
import { loadContext, periodOf } from './context.ts';
import { consolidatedIn } from './kept-reports.ts';
import { parseCall } from './options.ts';
import { inFolder, writeWhole } from './output.ts';
import { WrongCall } from './wrong-call.ts';

/** `phuluc report`: what `consolidate` left in a folder → the province's report as .docx, with both appendices. */
export async function report(args: readonly string[]): Promise<number> {
  const { values, rest } = parseCall(args, ['period', 'out', 'all-rows', 'names', 'sources', 'settings', 'plan', 'agencies']);
  const [folder, extra] = rest;
  if (folder === undefined || extra !== undefined)
    throw new WrongCall('Nêu thư mục kết quả tổng hợp. Ví dụ: phuluc report ket-qua --period 2026');
  const loaded = loadContext(values);
  const period = periodOf(values.period, loaded);
  const consolidated = consolidatedIn(folder, loaded, period);
  const ground = documentContext(values.settings, period, loaded);
  const { buildReport } = await import('../templates/report/build-report.ts');
  const document = await buildReport(
    reportRequest(consolidated, ground, {
      rows: values['all-rows'] ? 'all' : 'due',
      annexOfNames: values.names ? 'with' : 'without',
      annexOfSources: values.sources ? 'with' : 'without',
    }),
  );
  const path = values.out ?? inFolder(folder, `bao-cao-${period}.docx`);
  writeWhole(path, document);
  process.stdout.write(`Đã lập báo cáo kỳ ${shortPeriodName(period)}: ${path}\n`);
  return 0;
}
