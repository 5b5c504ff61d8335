import { type Finding, finding } from '../findings/finding.ts';
import { headingGoverns, headingName, headingSymbol, periodInSchedule, periodInTitle } from '../form/heading-text.ts';
import { cellName, type Grid } from '../grid.ts';
import type { Identity } from '../identity.ts';
import { oncePerObject, oncePerValue } from '../once.ts';
import { type Agencies, type Agency, agencyWithId } from '../plan/agency.ts';
import type { Period } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import { headingDiffers } from '../rules/heading-differs.ts';
import { matchKey, quotable, squash } from '../text.ts';

const [ROWS_SEARCHED, CELLS_SEARCHED, LONGEST] = [50, 100, 600];
const SYMBOL = /^số ?:[^/]*\/(\S+)$/i;
const OF = ' của ';
/** Papers of others that are referred to: the letter that asked for the report, the plan. One's own is a report. */
const OTHERS_PAPER = /^\(?(?:kèm )?theo (?!báo cáo )|^\(?(?:căn cứ|thực hiện) /i;
/** Names whom the report goes to, as the cells behind it do. */
const ADDRESSED = /^(?:kính gửi|nơi nhận)\b/i;

/**
 * The first cell above row `end`, where a sheet's first table begins, that names another agency or another period than the workbook's
 * identity: its letterhead, its title, the line that says what is due when. A number, a place or a day filled in before printing is no
 * difference, nor is what names nobody.
 */
export function headingFindings(
  grid: Grid,
  end: number,
  { agency, period }: Identity,
  { plan, agencies }: { readonly plan: Pick<Plan, 'office'>; readonly agencies: Agencies },
): Finding[] {
  const own = agencyWithId(agencies, agency);
  if (!own) return [];
  const above = matchKey(headingGoverns(own, plan));
  const namedIn = namedAmong(agencies);
  let addressed = false;
  for (const row of grid.rows.slice(0, ROWS_SEARCHED)) {
    if (row.number >= end) return [];
    for (const { value, column } of row.cells.slice(0, CELLS_SEARCHED)) {
      if (typeof value !== 'string' || value.length > LONGEST) continue;
      const said = namedIn(value);
      addressed ||= said.addressesOthers;
      const names = addressed ? said.asAddressee : said.asLetterhead;
      const expected = names.length > 0 && !names.includes(own) ? own.name : said.periods.some((one) => one !== period) ? period : null;
      if (expected === null || matchKey(value) === above) continue; // the body above it may be an agency of the plan
      const at = { sheet: grid.title, cell: cellName(row.number, column) };
      return [finding(headingDiffers, { text: quotable(value), expected }, at)];
    }
  }
  return [];
}

/** What a text above a table names: agencies, where it stands in a letterhead or among addressees, and the periods of a title. */
interface NamedAbove {
  readonly asLetterhead: readonly Agency[];
  readonly asAddressee: readonly Agency[];
  readonly addressesOthers: boolean;
  readonly periods: readonly Period[];
}

const MOST_REMEMBERED = 1024;

/** The forms of all agencies say mostly the same above their tables: each text is looked at once. */
const namedAmong = oncePerObject((agencies: Agencies) =>
  oncePerValue(MOST_REMEMBERED, (text: string): NamedAbove => {
    const whole = squash(text);
    const lines = text.includes('\n') ? [whole, ...text.split('\n').map(squash)] : [whole];
    return { ...agenciesIn(lines, agencies), addressesOthers: ADDRESSED.test(whole), periods: periodsIn(whole) };
  }),
);

/** The agencies that a cell, a line of it, or what it says a report is of, names; among addressees a bare name is none of them. */
function agenciesIn(lines: readonly string[], agencies: Agencies): Pick<NamedAbove, 'asLetterhead' | 'asAddressee'> {
  const names = namesOf(agencies);
  const named = (part: string) => names.get(matchKey(part)) ?? [];
  const asAddressee = lines.flatMap((line) => {
    const symbol = SYMBOL.exec(line)?.[1];
    const of = line.toLowerCase().lastIndexOf(OF);
    return [
      ...(of < 0 || OTHERS_PAPER.test(line) ? [] : named(line.slice(of + OF.length).replace(/\)$/, ''))),
      ...(symbol === undefined ? [] : named(symbol)),
    ];
  });
  return { asLetterhead: [...lines.flatMap(named), ...asAddressee], asAddressee };
}

const periodsIn = (text: string): readonly Period[] => [periodInTitle(text), periodInSchedule(text)].filter((period) => period !== null);

/** Agencies by every way in which a letterhead may name them. */
const namesOf = oncePerObject((agencies: Agencies): ReadonlyMap<string, readonly Agency[]> => {
  const names = new Map<string, Agency[]>();
  const symbolsOfAll = agencies.map(headingSymbol);
  for (const agency of agencies) {
    const { name, shortName } = agency;
    const symbol = headingSymbol(agency);
    const symbols = symbolsOfAll.indexOf(symbol) === symbolsOfAll.lastIndexOf(symbol) ? [symbol] : []; // what several share names none of them
    for (const key of new Set([name, shortName, headingName(agency), ...symbols].map(matchKey)))
      names.set(key, [...(names.get(key) ?? []), agency]);
  }
  return names;
});
