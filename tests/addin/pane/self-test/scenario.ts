import type { WorkbookPort } from '../../../../addin/excel/port.ts';
import type { Trouble } from '../../../../addin/excel/trouble.ts';
import type { Area } from '../../../../core/grid.ts';
import type { Result } from '../../../../core/result.ts';
import type { Json } from './transcript.ts';

/** How a request to the person ended. */
export type Ending = 'done' | 'skipped' | 'too-late';

/** The person at the Excel. */
export interface Person {
  /** Shows the request until `isDone` (asked again and again), the person leaves it out, or a minute is over. */
  does(request: string, isDone: () => boolean | Promise<boolean>): Promise<Ending>;
  /** As `does`, until the person says that it is done: for what nothing in Excel tells of. */
  says(request: string): Promise<Ending>;
}

/** What a scenario works with: a sheet of its own, made for this run. */
export interface ScenarioContext {
  readonly port: WorkbookPort;
  readonly person: Person;
  readonly sheet: string;
  /** Tells this run's sheets and names from all others; it becomes `*` in outcomes. */
  readonly stamp: string;
}

/** Something tried in Excel; what it gives must be the same in every Excel that is as we believe. */
export interface Scenario {
  readonly id: string;
  /** What it tries, for the person. */
  readonly label: string;
  readonly run: (context: ScenarioContext) => Promise<Json>;
}

/** What the port gave, as data: the value as `shown`, or the trouble with Excel's own code for it (its words differ by language). */
export const outcomeOf = <T>(result: Result<T, Trouble>, shown: (value: T) => Json): Json =>
  result.ok ? shown(result.value) : { trouble: result.error.kind, code: result.error.detail.split(':', 1)[0] ?? '' };

export const oneCell = (row: number, column: number): Area => ({ top: row, left: column, bottom: row, right: column });

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
