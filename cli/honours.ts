import { honoursOf } from '../core/honours/honours.ts';
import { USUAL_WEIGHTS } from '../core/honours/weights.ts';
import { localDay } from '../core/local-day.ts';
import { shortPeriodName } from '../core/wording/period-names.ts';
import { documentContext } from './consolidated-request.ts';
import { loadContext, periodOf } from './context.ts';
import { consolidatedIn } from './kept-reports.ts';
import { parseCall } from './options.ts';
import { inFolder, writeWhole } from './output.ts';
import { WrongCall } from './wrong-call.ts';

/**
 * `phuluc honours`: what `consolidate` left in a folder → the ranked agencies as .xlsx, with the method and what stands behind each point.
 */
export async function honours(args: readonly string[]): Promise<number> {
  const { values, rest } = parseCall(args, ['period', 'out', 'settings', 'plan', 'agencies']);
  const [folder, extra] = rest;
  if (folder === undefined || extra !== undefined)
    throw new WrongCall('Nêu thư mục kết quả tổng hợp. Ví dụ: phuluc honours ket-qua --period 2026');
  const loaded = loadContext(values);
  const period = periodOf(values.period, loaded);
  const { matrix, kept } = consolidatedIn(folder, loaded, period);
  const { settings, obligations } = documentContext(values.settings, period, loaded);
  const weights = settings.honours ?? USUAL_WEIGHTS;
  const { utcOffset } = obligations.plan.reporting;
  const firstReceived = new Map(
    kept.reports.flatMap(({ at, report }) => (at === null ? [] : [[report.agency, localDay(new Date(at), utcOffset)] as const])),
  );
  const lists = honoursOf({ obligations, matrix, reports: kept.reports.map(({ report }) => report), firstReceived }, weights);
  const { buildHonours } = await import('../templates/honours/build-honours.ts');
  const path = values.out ?? inFolder(folder, `ton-vinh-${period}.xlsx`);
  writeWhole(path, buildHonours({ obligations, matrix, lists, weights }));
  process.stdout.write(`Đã lập danh sách xem xét tôn vinh kỳ ${shortPeriodName(period)}: ${path}\n`);
  return 0;
}
