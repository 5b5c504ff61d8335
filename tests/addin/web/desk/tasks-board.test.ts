import { boardOf } from '../../../../addin/web/desk/tasks/board.ts';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import { matrixOf } from '../../../support/some-reports.ts';
import { aReport, obligations } from './a-desk.ts';

test('every task stands once on the board, what asks for an act first, in the order of due dates', () => {
  const matrix = matrixOf([aReport('STC' as AgencyId), aReport('VPUB' as AgencyId)], obligations);
  const board = boardOf(matrix.tasks, obligations.plan.tasks);
  expect(board.flatMap(({ tasks }) => tasks)).toHaveLength(43);
  expect(board.map(({ verdict }) => verdict).slice(0, 2)).toEqual(['late', 'not-reported']);
  for (const { verdict, tasks } of board) {
    expect(tasks.every(({ row }) => row.verdict === verdict)).toBe(true);
    const days = tasks.map(({ row }) => row.due ?? '9999');
    expect(days).toEqual([...days].sort());
  }
});
