import { formatDate } from '../../core/format.ts';
import { localDay, localTime } from '../../core/local-day.ts';
import type { Source } from '../../core/matrix.ts';
import { type Passport, type PassportPart, passportsOf } from '../../core/passport/passport.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { wholeOf } from '../../core/plan/plan.ts';
import { type OfficialColumn, type OfficialLine, type OfficialTable, officialTable } from '../../core/report-text/official-table.ts';
import { rowFigureName, type TextPart } from '../../core/report-text/text-part.ts';
import { squash } from '../../core/text.ts';
import { capital } from '../../core/wording/capital.ts';
import { citedAs } from '../../core/wording/names.ts';
import { cellPlaceText, fileText } from '../../core/wording/source-text.ts';
import { headingAfter } from './heading-after.ts';
import type { OfficialRequest } from './official-request.ts';

/** A row's figure of all, or what one agency puts into it. */
type SourceItem = { readonly passport: Passport; readonly number: number; readonly part: PassportPart | null };

/**
 * What the annex of sources is made of besides: numbers of the receipts by agencies where there are receipts, and the headings before it.
 */
export interface SourcesRequest extends OfficialRequest {
  readonly receipts: ReadonlyMap<AgencyId, string>;
  readonly before: readonly { readonly heading: string }[];
}

/** The passport of every figure: how it is made, what each agency puts into it, and where that stands. An annex of its own, on request. */
export function sourcesTable(request: SourcesRequest): OfficialTable {
  const lines = passportsOf(request).flatMap((passport): OfficialLine<SourceItem>[] => [
    { heading: { tt: citedAs(passport.row), title: squash(passport.name) } },
    { row: passport.row, item: { passport, number: 0, part: null } },
    ...passport.parts.map((part, k) => ({ row: passport.row, item: { passport, number: k + 1, part } })),
  ]);
  return officialTable<SourceItem>(
    {
      heading: headingAfter([...request.obligations.plan.appendices, ...request.before]),
      titles: ['NGUỒN GỐC SỐ LIỆU'],
      attached: request.head.attached,
    },
    columnsOf(request),
    lines,
  );
}

const LEFT = { align: 'left', weight: 'regular' } as const;
const CENTRE = { align: 'centre', weight: 'regular' } as const;

function columnsOf({ obligations: { plan, agency }, matrix, receipts }: SourcesRequest): OfficialColumn<SourceItem>[] {
  const { utcOffset } = plan.reporting;
  const known = [...matrix.indicators, ...matrix.tasks].flatMap(({ cells }) => Object.values(cells).flatMap((cell) => cell?.source ?? []));
  const hasVersions = known.some(({ version }) => version !== undefined);
  const sourced = (tell: (source: Source) => string) => (item: SourceItem) => [item.part?.source ? tell(item.part.source) : ''];
  return [
    { key: 'tt', header: 'TT', ...CENTRE, says: ({ number }) => [number === 0 ? '' : String(number)] },
    {
      key: 'agency',
      header: 'Đơn vị',
      ...LEFT,
      says: ({ part }) => [part ? (agency.get(part.agency)?.name ?? part.agency) : capital(wholeOf(plan))],
    },
    { key: 'figure', header: 'Số liệu', ...CENTRE, says: figure },
    { key: 'use', header: 'Cách tính; tính vào kết quả', ...LEFT, says: ({ passport, part }) => [part ? part.use : passport.method] },
    {
      key: 'place',
      header: 'Tệp; trang tính, ô',
      ...LEFT,
      says: sourced((source) => [fileText(source), cellPlaceText(source)].filter(Boolean).join('; ')),
    },
    ...(hasVersions || known.some(({ at }) => at !== undefined)
      ? [
          {
            key: 'sent',
            header: hasVersions ? 'Lần nộp, thời điểm, người gửi' : 'Thời điểm lưu tệp',
            ...LEFT,
            says: sourced(({ version, at, by }) =>
              [version !== undefined && `Lần ${version}`, at && momentOf(new Date(at), utcOffset), by && (agency.get(by)?.name ?? by)]
                .filter(Boolean)
                .join(', '),
            ),
          },
        ]
      : []),
    ...(receipts.size === 0
      ? []
      : [
          {
            key: 'receipt',
            header: 'Biên nhận',
            ...CENTRE,
            says: ({ part }: SourceItem) => [part?.source ? (receipts.get(part.agency) ?? '') : ''],
          },
        ]),
  ];
}

/** What of a row stands in the annex is a figure of its own name: `B1_A_3__nguon7`. */
function figure({ passport, number, part }: SourceItem): TextPart[] {
  if (part) return [{ text: part.says, name: rowFigureName(passport.row, `nguon${number}`) }];
  const { result, counts } = passport;
  if (result === null) return ['–'];
  return [{ text: counts === null ? result : `${result} (${counts})`, name: rowFigureName(passport.row, 'chung') }];
}

const momentOf = (at: Date, offset: string): string => `${localTime(at, offset)} ngày ${formatDate(localDay(at, offset))}`;
