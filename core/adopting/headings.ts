import { squash } from '../text.ts';
import type { AppendixLayout, ListedRow } from './appendix.ts';
import { headingKeys, LONGEST_HEADING } from './numbering.ts';

/** The phase and the group (key of its title) whose headings came last on the way down a table; null where unknown. */
export interface TablePosition {
  readonly phase: string | null;
  readonly group: string | null;
  /** Groups that had a heading since the phase's own. */
  readonly seen: readonly string[];
}

export const NOWHERE: TablePosition = { phase: null, group: null, seen: [] };

const YEARS =
  /(?:^|[\s.:)(])(?:giai đoạn|gđ|g\.đ\.?|năm|từ)?[\s:]*(?:từ )?(?:năm )?(\d{4})\s*(?:[-–—−]|đến|tới)+\s*(?:năm )?(\d{4})[.:;)\s]*$/;
const BEFORE_YEARS = /^\(?(?:[a-z]|[ivxl]+|\d{1,2})?[.):\s-]*(?:giai đoạn|gđ|g\.đ\.?|năm|từ|\s)*$/;

/** The place below a heading of the plan and the heading's own title, or null where the text is no heading of it. */
export function belowHeading(
  text: string,
  place: TablePosition,
  appendix: AppendixLayout,
): { readonly place: TablePosition; readonly title: string } | null {
  const phase = phaseOf(text, appendix);
  if (phase) return { place: { phase: phase.id, group: null, seen: [] }, title: phase.title };
  const group = headingKeys(text).find((key) => appendix.groups.has(key));
  if (group === undefined) return null;
  // a group that comes again after another one belongs to a phase whose heading is missing
  const again = appendix.phases.length > 0 && place.group !== group && place.seen.includes(group);
  const seen = again ? [group] : [...place.seen, group];
  return { place: { phase: again ? null : place.phase, group, seen }, title: appendix.groups.get(group) ?? text };
}

function phaseOf(text: string, { phases }: AppendixLayout): AppendixLayout['phases'][number] | undefined {
  if (text.length > LONGEST_HEADING) return undefined;
  const plain = squash(text).toLowerCase();
  const [years = '', from, to] = YEARS.exec(plain) ?? [];
  if (!BEFORE_YEARS.test(plain.slice(0, plain.length - years.length))) return undefined;
  return phases.find((phase) => String(phase.from) === from && String(phase.to) === to);
}

/** Whether headings put a row of the plan at this place: `unknown` where one of them is missing. */
export function placedAt(row: ListedRow, { phase, group }: TablePosition): 'agrees' | 'unknown' | 'differs' {
  if (row.phase !== null && phase !== null && row.phase !== phase) return 'differs';
  if (row.group !== null && group !== null && row.group !== group) return 'differs';
  return (row.phase !== null && phase === null) || (row.group !== null && group === null) ? 'unknown' : 'agrees';
}
