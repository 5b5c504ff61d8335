import { Day } from '../../day.ts';
import { formatDate } from '../../format.ts';
import { isOfThisCentury, readIssueDate } from '../../reading/issue-date.ts';
import { isEqual, type ValueKind } from '../value-kind.ts';

/** The day of a document; in a cell midnight UTC. */
export const ISSUE_DAY_VALUE: ValueKind<Day> = {
  schema: Day,
  isFreeText: false,
  read: readIssueDate,
  cellValue: (day) => new Date(`${day}T00:00:00Z`),
  display: formatDate,
  standsInForm: isOfThisCentury,
  isSame: isEqual,
};
