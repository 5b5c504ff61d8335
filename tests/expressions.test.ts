import { expressionsIn, type WrittenExpression } from './support/expressions.ts';
import { type Pump, pumped, pumpsOf } from './support/pumping.ts';

/** Rooms that uploaded text comes into. */
const ROOMS = ['core', 'contract', 'xlsx', 'templates', 'functions', 'host', 'addin'];

/** Expressions that may be slow, by name, and why: none of them ever sees a text of unknown length. */
const EXEMPT: Readonly<Record<string, string>> = {
  'core/format.ts /\\B(?=(\\d{3})+$)/g': 'the digits of a number, 25 at the most',
  'core/adopting/headings.ts /(?:^|[\\s.:)(])(?:giai đoạn|gđ|g\\.đ\\.?|năm|từ)?[\\s:]*(?:từ )?(?:năm )?(\\d{4})\\s*(?:[-–—−]|đến|tới)+\\s*(?:năm )?(\\d{4})[.:;)\\s]*$/':
    'a heading of 400 letters at the most',
  'functions/http/openapi.ts /\\{([^}]*)\\}/g': 'paths of our own routes',
  'functions/identity/source-of.ts /%.*$/': 'an address in a header, which holds no line break',
};

/** Close together at first, so that an exponential expression is found and not run to its end. */
const FIRST = [20, 22, 24, 26, 28, 30, 45, 70, 100, 150, 230, 350, 2_000];
/** Three times as long: three times the work for a linear expression, nine times for one that tries each place twice. */
const [LONG, LONGER] = [4_000, 12_000];
/** A linear expression takes a hundredth of a millisecond for 2,000 letters; one that takes more is asked about longer texts. */
const SUSPECT_MS = 0.05;
/** Ten times what the slowest linear expression takes for the longer text; one that takes more and grows faster than this is slow. */
const [MEASURABLE_MS, GROWTH] = [8, 5.5];
/** Nothing linear takes this long for 2,000 letters: an exponential expression is not asked about longer ones. */
const ENDLESS_MS = 250;
const TRIES = 3;

function millisecondsOf(expression: RegExp, text: string): number {
  const started = performance.now();
  text.replace(expression, '');
  return performance.now() - started;
}

/** The least of some tries, so that no pause of the machine is taken for the expression's; no more of them once one is below `enough`. */
function leastOf(expression: RegExp, text: string, enough: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < TRIES && least > enough; k++) least = Math.min(least, millisecondsOf(expression, text));
  return least;
}

/** What makes an expression slow, null where nothing does. */
function slowedBy({ expression }: Pick<WrittenExpression, 'expression'>): Pump | null {
  for (const pump of pumpsOf(expression)) if (isSlow(expression, pump)) return pump;
  return null;
}

function isSlow(expression: RegExp, pump: Pump): boolean {
  const least = (length: number, enough: number) => leastOf(expression, pumped(pump, length), enough);
  const suspect = FIRST.find((length) => least(length, SUSPECT_MS) > SUSPECT_MS);
  if (suspect === undefined) return false;
  if (FIRST.some((length) => length >= suspect && least(length, ENDLESS_MS) > ENDLESS_MS)) return true;
  // What is found is looked for twice more.
  const grows = () => least(LONGER, MEASURABLE_MS) > MEASURABLE_MS && least(LONGER, 0) > GROWTH * least(LONG, 0);
  return grows() && grows() && grows();
}

const written = ROOMS.flatMap(expressionsIn);

test('no regular expression in the rooms of uploaded text takes more than linear time', () => {
  const slow = written.filter(({ name }) => !(name in EXEMPT)).map((one) => [one.name, slowedBy(one)] as const);
  expect(slow.filter(([, pump]) => pump !== null)).toEqual([]);
});

test('the walk finds what is slow, and every exemption is still needed', () => {
  const known = [/^[+-]?(\d+\.?\d*|\.\d+)$/, /[\s.,;:]+$/, /(<fonts [^>]*>)<font>.*?<\/font>/, /^(a+)+$/];
  expect(known.map((expression) => slowedBy({ expression }) !== null)).toEqual(known.map(() => true));
  expect(written.length).toBeGreaterThan(80);
  expect(Object.keys(EXEMPT).filter((name) => !written.some((one) => one.name === name))).toEqual([]);
});
