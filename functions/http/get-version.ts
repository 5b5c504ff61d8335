import type { Deps } from '../deps.ts';
import { Head, headRow, VersionRow, versionRow } from '../store/rows.ts';
import { addressed, sightOf } from './access.ts';
import { json } from './answer.ts';
import { refuse } from './problem.ts';
import { reportView } from './report-view.ts';
import type { GuardedRoute } from './route.ts';
import { ReportEnvelope } from './shapes.ts';

const VERSION = /^[1-9]\d{0,5}$/;

/** One version as it was sent; it never changes, only whether it is in force. */
export const getVersion = (deps: Deps): GuardedRoute => ({
  method: 'GET',
  path: '/periods/{period}/reports/{agency}/versions/{version}',
  id: 'getVersion',
  summary: 'Một lần nộp của một đơn vị',
  gives: { 200: { 'application/json': ReportEnvelope } },
  refuses: ['unauthenticated', 'forbidden', 'not-found'],
  async serve(request, caller) {
    const sight = sightOf(caller, request.parameters.agency, deps.plan);
    if (!sight.ok) return sight.error;
    const place = await addressed(deps, request.parameters);
    if (!place.ok) return place.error;
    const { ground, agency } = place.value;
    const number = VERSION.test(request.parameters.version ?? '') ? Number(request.parameters.version) : 0;
    const entity = number === 0 ? null : await deps.table.read(ground.partition, versionRow(agency, number));
    if (!entity) return refuse('not-found', 'Không có lần nộp này.');
    const head = await deps.table.read(ground.partition, headRow(agency));
    const current = head && Head.parse(head.value);
    const inForce = current?.current?.receipt.version === number;
    return json(
      200,
      reportView(
        VersionRow.parse(entity.value),
        inForce && current ? current.state : 'submitted',
        inForce && current ? current.remarks : {},
        sight.value,
      ),
      {
        ETag: `"${number}"`,
      },
    );
  },
});
