/** What is wrong with a plan workbook itself: what it says as a plan is `checkPlan`'s to tell. `name`: what it is about. */
export interface BookFault {
  readonly rule: 'no-such-sheet' | 'no-such-part' | 'no-such-column' | 'not-read' | 'error-value' | 'proposal-open';
  readonly place: BookPlace;
  readonly name: string;
}

/** A cell of a plan workbook; row and column from 1. */
export interface BookPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** What only warns: everything else keeps the plan from being taken. */
export const BOOK_WARNINGS: readonly BookFault['rule'][] = ['not-read'];
