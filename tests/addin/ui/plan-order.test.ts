import { inPlanOrder } from '../../../addin/ui/plan-order.ts';
import type { WireFinding } from '../../../contract/wire-finding.ts';
import { plan } from '../../support/a-form.ts';

const at = (row: string | null, message: string): WireFinding =>
  ({ rule: 'any', severity: 'error', row, field: null, message }) as WireFinding;

test('findings go down the plan, those of the whole file first, and keep their order within a row', () => {
  const found = [at('PL2.II.2', 'a'), at('PL1.I.2.6', 'b'), at(null, 'c'), at('PL1.I.1.1', 'd'), at('PL1.I.2.6', 'e'), at('PL1.X', 'f')];
  expect(
    inPlanOrder(found, plan)
      .map(({ message }) => message)
      .join(''),
  ).toBe('cdbeaf');
});
