import type { getSourcesRoute, SourceLine } from '../../contract/routes/get-sources.ts';
import type { Deps } from '../deps.ts';
import { covers } from '../identity/rights.ts';
import { currentMatrix } from '../periods/matrix-of.ts';
import type { Serves } from './handler.ts';
import { forbidden, noRow } from './refusals.ts';

/** What stands behind each agency's cell of a row: version, receipt, who sent it, whether its workbook is kept. */
export const getSources =
  (deps: Deps): Serves<typeof getSourcesRoute> =>
  async ({ context, rows, parameters }, reply) => {
    const { matrix, heads } = await currentMatrix(deps, context);
    const found = [...matrix.indicators, ...matrix.tasks].find(({ id }) => id === parameters.row);
    if (!found) return noRow();
    if (!covers(rows, [found.id])) return forbidden();
    const sources = heads.flatMap(({ agency, current }): SourceLine[] => {
      const version = found.cells[agency]?.source?.version;
      if (!current || version !== current.receipt.version) return [];
      const { id, sha256, at, by, receivedOn } = current.receipt;
      return [
        {
          agency,
          version,
          receipt: id,
          sha256,
          at,
          by,
          ...(receivedOn && { receivedOn }),
          workbook: current.origin?.workbook !== undefined,
        },
      ];
    });
    return reply.tagged({ row: found.id, sources });
  };
