import { cellScenarios } from './cell-scenarios.ts';
import { personScenarios } from './person-scenarios.ts';
import { protectedScenarios } from './protected-scenarios.ts';
import type { Scenario } from './scenario.ts';
import { sheetScenarios } from './sheet-scenarios.ts';
import { tableScenarios } from './table-scenarios.ts';

/** All that is tried, in order: what needs nobody first. */
export const scenarios: readonly Scenario[] = [
  ...cellScenarios,
  ...sheetScenarios,
  ...tableScenarios,
  ...protectedScenarios.slice(0, 2),
  ...personScenarios,
  ...protectedScenarios.slice(2),
];
