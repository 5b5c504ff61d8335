import type { getHonoursRoute, HonoursAnswer } from '../../contract/routes/get-honours.ts';
import { toNumber } from '../../core/fraction.ts';
import { type HonoursList, honoursOf } from '../../core/honours/honours.ts';
import { HONOURS_PARTS } from '../../core/honours/parts.ts';
import { type HonoursWeights, USUAL_WEIGHTS } from '../../core/honours/weights.ts';
import type { Matrix } from '../../core/matrix.ts';
import { JSON_TYPE, XLSX } from '../../core/media-types.ts';
import { HONOURS_METHOD, honoursGroupName } from '../../core/wording/honours.ts';
import type { Deps } from '../deps.ts';
import { currentMatrix } from '../periods/matrix-of.ts';
import { receivedOf } from '../periods/received.ts';
import { firstReceivedDays } from '../reports/first-received.ts';
import type { Serves } from './handler.ts';
import { REVALIDATED } from './headers.ts';
import { chosen } from './negotiate.ts';
import { tooManyDocuments } from './problem.ts';

/** The best agencies of a period by what is in force, with all that their points come from, as JSON or as a workbook. */
export const getHonours =
  (deps: Deps): Serves<typeof getHonoursRoute> =>
  async ({ context, caller, header }, reply) => {
    const type = chosen(header('accept'), [JSON_TYPE, XLSX]);
    const { matrix, heads, etag: state } = await currentMatrix(deps, context);
    const etag = `${state.slice(0, -1)}-${type === XLSX ? 'hx' : 'h'}"`;
    const unchanged = reply.unchanged(etag);
    if (unchanged) return unchanged;
    const { obligations, settings, period } = context;
    const weights = settings.honours ?? USUAL_WEIGHTS;
    const reports = receivedOf(heads).map(({ report }) => report);
    const lists = honoursOf({ obligations, matrix, reports, firstReceived: await firstReceivedDays(deps, context, heads) }, weights);
    const headers = { ...REVALIDATED, ETag: etag, Vary: 'Accept, Authorization' };
    if (type === JSON_TYPE) return reply.json(200, answerOf(matrix, lists, weights), headers);
    const workbook = await deps.documents.write('honours', { obligations, matrix, lists, weights }, caller.agency);
    if (workbook === 'busy') return tooManyDocuments();
    return reply.file(XLSX, `ton-vinh-${period}.xlsx`, workbook, headers);
  };

const answerOf = ({ period, asOf }: Matrix, lists: readonly HonoursList[], weights: HonoursWeights): HonoursAnswer => ({
  period,
  asOf,
  parts: HONOURS_PARTS.map(({ id, name, rule }) => ({ id, name, rule, weight: weights[id] })),
  method: [...HONOURS_METHOD],
  groups: lists.map(({ group, lines, unranked }) => ({
    id: group?.id ?? null,
    name: honoursGroupName(group),
    lines: lines.map(({ agency, rank, sharing, score, points, most, parts }) => ({
      agency,
      rank,
      sharing,
      score: toNumber(score),
      points: toNumber(points),
      most,
      parts: parts.map(({ part, got, of, points: given, leftOut, facts }) => ({
        part,
        got,
        of,
        points: toNumber(given),
        leftOut,
        facts: [...facts],
      })),
    })),
    unranked: [...unranked],
  })),
});
