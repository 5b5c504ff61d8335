import { formatCount } from '../format.ts';
import { dueIndicators, dueTasks, type JoinedIndicator } from '../overview/joined-rows.ts';
import type { AgencyId } from '../plan/agency.ts';
import { isBlankText } from '../text.ts';
import { nameInSentence } from './indicator-results.ts';
import { generalFigure, itemOf, type NarrativeContext, paragraphOf, type ReportBlock, reportSentence } from './narrative-context.ts';
import { quotation } from './quotation.ts';
import { taskSentence } from './task-results.ts';
import { rowFigureName } from './text-part.ts';

const MOST_QUOTED = 3;

/** Part IV: what falls short, with the reasons that agencies gave themselves, quoted and named. */
export function shortcomings(ground: NarrativeContext): ReportBlock[] {
  const indicators = dueIndicators(ground).filter(({ row }) => row.why.flagged);
  const late = dueTasks(ground).filter(({ row }) => row.why.flagged);
  const provisional = ground.matrix.indicators.filter((row) => row.provisional).length;
  const blocks: ReportBlock[] = [
    ...headed(
      'Chỉ tiêu chưa đạt, chậm tiến độ',
      indicators.flatMap((joined) => shortfallBlocks(joined, ground)),
    ),
    ...headed(
      'Nhiệm vụ quá hạn',
      late.flatMap((joined) => [
        itemOf(taskSentence(joined, ground)),
        ...quotes(
          (joined.row.why.pulledDownBy ?? []).map((agency) => [agency, ground.noteOf(joined.task.id, agency) ?? '']),
          ground,
        ),
      ]),
    ),
  ];
  const numbered = blocks.reduce<{ readonly done: ReportBlock[]; readonly number: number }>(
    ({ done, number }, block) =>
      block.kind === 'heading'
        ? { done: [...done, { ...block, parts: [`${number + 1}. `, ...block.parts] }], number: number + 1 }
        : { done: [...done, block], number },
    { done: [], number: 0 },
  ).done;
  const count = generalFigure('chitieu', 'provisional', formatCount(provisional));
  const rest = provisional > 0 ? [paragraphOf(reportSentence(ground, 'provisional', { count }))] : [];
  const all = [...numbered, ...rest];
  return all.length > 0 ? all : [paragraphOf(['Không có chỉ tiêu nào chưa đạt và không có nhiệm vụ nào quá hạn.'])];
}

const headed = (title: string, blocks: readonly ReportBlock[]): ReportBlock[] =>
  blocks.length === 0 ? [] : [{ kind: 'heading', parts: [title] }, ...blocks];

function shortfallBlocks({ indicator, row }: JoinedIndicator, ground: NarrativeContext): ReportBlock[] {
  const why = [{ text: row.why.sentence, name: rowFigureName(row.id, 'why') }];
  const said = (Object.entries(row.cells) as [AgencyId, { explanation?: string } | undefined][]) // keys of cells are agencies
    .map(([agency, cell]): [AgencyId, string] => [agency, cell?.explanation ?? '']);
  const short = said.filter(([agency, text]) => row.why.pulledDownBy?.includes(agency) && !isBlankText(text));
  return [
    itemOf(reportSentence(ground, 'shortfall', { name: nameInSentence(indicator.name), why })),
    ...quotes(short.length > 0 ? short : said, ground),
  ];
}

/** At most three agencies' words, the longest first. */
function quotes(said: readonly (readonly [AgencyId, string])[], ground: NarrativeContext): ReportBlock[] {
  return said
    .filter(([, text]) => !isBlankText(text))
    .toSorted(([, one], [, two]) => two.length - one.length)
    .slice(0, MOST_QUOTED)
    .map(([agency, text]) => ({
      kind: 'quote',
      parts: reportSentence(ground, 'quote', { agency: ground.obligations.agency.get(agency)?.name ?? agency, text: quotation(text) }),
    }));
}
