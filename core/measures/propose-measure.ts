import { numbersInText } from '../plan/checking/numbers-in-text.ts';
import { squash } from '../text.ts';

/** What is known of a row of which only the plan's own texts are there. */
export interface BareRow {
  readonly name: string;
  readonly unitText: string;
  readonly targetText: string;
  /** Who may state its figure: its first lead, where that is one agency. */
  readonly lead: string | undefined;
  /** Whether one agency reports it, or several do. */
  readonly reporters: 'one' | 'several';
}

const YEARS = new RegExp(
  [
    '(?:đến )?(?:hết )?(?:trong )?(?:trước )?',
    '(?:(?:ngày )?\\d{1,2}[/.-]\\d{1,2}[/.-]20\\d\\d|(?:cuối )?năm 20\\d\\d|(?:quý|tháng) [ivx\\d]+\\s*(?:/|năm )\\s*20\\d\\d|\\b20\\d\\d\\b)',
  ].join(''),
  'g',
);
const AT_MOST = /≤|<|dưới|không quá|không vượt|tối đa|nhiều nhất|nhỏ hơn/;
const BETWEEN = /\d ?%? ?[-–—] ?\d/;
const RANK = /(?:hạng|thứ bậc|thứ|nhóm|top|tốp)\D{0,12}(\d+)(?:\s*\/\s*(\d+))?/;
const LEVEL = /(?:cấp độ|mức độ)\s*([1-9])(?:\s*\/\s*([1-9]))?\b/;
/** Units of what is no amount: nobody adds it up. */
const NO_AMOUNT = /%|điểm|hạng|bậc|lần|chỉ số/;
const DONE = /hoàn thành|^xong|ban hành|đưa vào|triển khai|thành lập|^có |vận hành|^$/;

/**
 * A measure for a row, read off the words of its target: "≥ 90%", "dưới 5%", "thứ 20/63", "12,5 tỷ đồng", "hoàn thành năm 2027". A proposal
 * that a person confirms: what the words do not say is left out. Null where they say nothing that could be measured.
 */
export function proposeMeasure({ name, unitText, targetText, lead, reporters }: BareRow): object | null {
  const words = squash(targetText).toLowerCase();
  const bare = squash(words.replace(YEARS, ' '));
  const [value, high] = numbersInText(bare);
  const stated = lead === undefined ? {} : { statedBy: lead };
  const rank = RANK.exec(`${/hạng|thứ bậc/.test(squash(`${unitText} ${name}`).toLowerCase()) ? 'hạng ' : ''}${bare}`);
  if (rank && !bare.includes('%')) {
    const outOf = rank[2] === undefined ? {} : { outOf: Number(rank[2]) };
    return {
      kind: 'number',
      from: 'stated',
      ...stated,
      unit: 'hạng',
      decimals: 0,
      ...outOf,
      target: { op: 'at-most', value: Number(rank[1]) },
    };
  }
  const level = LEVEL.exec(bare);
  if (level)
    return { kind: 'stated-level', minLevel: Number(level[1]), ...(level[2] !== undefined && { levels: Number(level[2]) }), ...stated };
  if (value === undefined) return DONE.test(bare) ? { kind: 'statement' } : null;
  const op = AT_MOST.test(bare) ? 'at-most' : 'at-least';
  const isPercent = bare.includes('%') || unitText.trim() === '%';
  const isRange = BETWEEN.test(bare) && high !== undefined && high >= value;
  if (isPercent && !isRange && /tỷ lệ|tỉ lệ/i.test(name) && value <= 100) {
    const limit = op === 'at-most' ? { op, atMostPercent: value } : { atLeastPercent: value };
    return { kind: 'pooled-ratio', ...limit, ...countsOf(name) };
  }
  const unit = unitText.trim() || unitIn(bare) || (isPercent ? '%' : '');
  if (unit === '') return null;
  const target = isRange ? { op: 'between', value, high } : { op, value };
  const from = reporters === 'one' ? { from: 'stated', ...stated } : NO_AMOUNT.test(unit.toLowerCase()) ? {} : { from: 'sum' };
  return { kind: 'number', ...from, unit, decimals: decimalsIn(value, isRange ? high : value), target };
}

/** "Tỷ lệ A trên tổng số B": A and B; the whole is left out where the name does not say it. */
function countsOf(name: string): object {
  const [, part = '', whole] = /^t[ỷỉ] lệ (.+?)(?: (?:trên|so với) ((?:tổng )?số .+?))?[.;\s]*$/i.exec(squash(name)) ?? [];
  return { numerator: part === '' ? '' : `số ${part}`, ...(whole !== undefined && { denominator: whole }) };
}

const WORDS_BEHIND_NUMBER = /(?<![\d.,])\d[\d.,]{0,40} ?([%\p{L}][^\d;,.()]{0,30})/u;

/** The words behind a number: "tỷ đồng"; behind the first one that has any. `text`: squashed. */
const unitIn = (text: string): string => squash(squash(WORDS_BEHIND_NUMBER.exec(text)?.[1] ?? '').replace(/(?:trở lên|trở xuống)$/, ''));

const decimalsIn = (...values: readonly number[]): number =>
  Math.min(4, Math.max(...values.map((one) => (String(one).split('.')[1] ?? '').length)));

/**
 * The targets of single periods of a row whose measure is proposed, as `targets` of the plan; nothing where its kind has none, or no text
 * says a number.
 */
export function proposeTargets(
  measure: object,
  periodic: ReadonlyMap<string, string>,
): { readonly targets?: Readonly<Record<string, number>> } {
  const { kind, target } = measure as { readonly kind?: string; readonly target?: { readonly op?: string } }; // as it was proposed here
  if (kind === 'statement' || target?.op === 'between') return {};
  const targets = [...periodic].flatMap(([period, text]) =>
    numbersInText(text)
      .slice(0, 1)
      .map((number) => [period, number] as const),
  );
  // one period alone is the target itself, in the column of the last one
  return targets.length < 2 ? {} : { targets: Object.fromEntries(targets) };
}
