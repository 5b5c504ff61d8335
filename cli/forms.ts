import { lastPeriodOf } from '../core/form/last-period.ts';
import { formatCount } from '../core/format.ts';
import type { AgencyId } from '../core/plan/agency.ts';
import { shortPeriodName } from '../core/wording/period-names.ts';
import { madeInOrder } from '../templates/beside/made-in-order.ts';
import type { FormRequest } from '../templates/form/form-request.ts';
import { loadContext, periodOf } from './context.ts';
import { needed, parseCall } from './options.ts';
import { inFolder, outputFolder, writeWhole } from './output.ts';
import { matrixBefore } from './previous-matrix.ts';
import { progress } from './progress.ts';
import { withWriter } from './write-documents.ts';
import { WrongCall } from './wrong-call.ts';

/** So that nobody who writes waits for the next to be asked for. */
const FORMS_AT_ONCE = 4;

/** `phuluc forms`: one blank form per reporter, named by the agency's id. */
export async function forms(args: readonly string[]): Promise<number> {
  const { values, rest } = parseCall(args, ['period', 'out', 'agency', 'previous', 'base-url', 'plan', 'agencies']);
  if (rest.length > 0) throw new WrongCall(`Không hiểu “${rest[0]}”. Xem: phuluc --help`);
  const loaded = loadContext(values);
  const period = periodOf(values.period, loaded);
  const obligations = loaded.obligationsOf(period);
  const previous = values.previous === undefined ? null : matrixBefore(values.previous, period, loaded);
  const uploadPage = values['base-url'] === undefined ? null : pageAt(values['base-url']);
  const out = needed(values.out, 'out');
  const agencies = values.agency
    ? values.agency.map((id) => knownAgency(id, obligations.agency))
    : obligations.agencies.map(({ id }) => id);
  outputFolder(out);
  const cells = new Map(previous?.indicators.map((row) => [row.id, row.cells]));
  const requestFor = (agency: AgencyId): FormRequest => ({
    obligations,
    agency,
    ...(uploadPage && { uploadPage }),
    ...(previous && { lastPeriod: lastPeriodOf(previous.period, (row) => cells.get(row)?.[agency], loaded.plan) }),
  });
  const shown = progress('Đang tạo biểu', agencies.length);
  await withWriter(agencies.length, async (write) => {
    let done = 0;
    const formOf = async (agency: AgencyId) => ({ agency, bytes: await write('form', requestFor(agency)) });
    for await (const { agency, bytes } of madeInOrder(agencies, FORMS_AT_ONCE, formOf)) {
      writeWhole(inFolder(out, `${agency}.xlsx`), bytes);
      shown.step(++done);
    }
  });
  shown.end();
  process.stdout.write(`Đã tạo ${formatCount(agencies.length)} biểu kỳ ${shortPeriodName(obligations.period)} trong ${out}\n`);
  return 0;
}

function knownAgency(id: string, active: ReadonlyMap<string, { readonly id: AgencyId }>): AgencyId {
  const agency = active.get(id);
  if (!agency) throw new WrongCall(`Không có đơn vị “${id}” trong danh sách phải báo cáo. Kiểm tra lại mã đơn vị.`);
  return agency.id;
}

/** The upload page of a server. */
function pageAt(baseUrl: string): string {
  if (!/^https?:/.test(baseUrl) || !URL.canParse(baseUrl))
    throw new WrongCall(`--base-url “${baseUrl}” không phải địa chỉ https://… của máy chủ.`);
  return new URL('/', baseUrl).href;
}
