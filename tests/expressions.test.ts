import { expressionsIn, type WrittenExpression } from './support/expressions.ts';
import { type Pump, pumped, pumpsOf } from './support/pumping.ts';

/** Rooms that uploaded text comes into. */
const ROOMS = ['core', 'contract', 'xlsx', 'templates', 'functions', 'host', 'addin'];

/** Expressions that may be slow, by name, and why: none of them ever sees a text of unknown length. */
const EXEMPT: Readonly<Record<string, string>> = {
  'core/format.ts /\\B(?=(\\d{3})+$)/g': 'the digits of a number, 25 at the most',
  'core/adopting/headings.ts /(?:^|[\\s.:)(])(?:giai đoạn|gđ|g\\.đ\\.?|năm|từ)?[\\s:]*(?:từ )?(?:năm )?(20\\d\\d)\\s*(?:[-–—−]|đến|tới)+\\s*(?:năm )?(20\\d\\d)[.:;)\\s]*$/':
    'a heading of 400 letters at the most',
  'functions/http/openapi.ts /\\{([^}]*)\\}/g': 'paths of our own routes',
  'functions/identity/source-of.ts /%.*$/': 'an address in a header, which holds no line break',
};

/** Close together at first, so that an exponential expression is found and not run to its end. */
const FIRST = [20, 30, 45, 70, 100, 150, 230, 350, 2_000];
/** A linear expression takes well under a millisecond for these and a few for the last; one that tries each place twice takes seconds. */
const LATER = [4_000, 15_000, 60_000];
/** A linear expression takes a hundredth of a millisecond for 2,000 letters; one that takes more is asked about longer texts. */
const [SUSPECT_MS, SLOW_MS] = [0.3, 250];

function millisecondsOf(expression: RegExp, text: string): number {
  const started = performance.now();
  text.replace(expression, '');
  return performance.now() - started;
}

const quickest = (expression: RegExp, text: string): number =>
  Math.min(...Array.from({ length: 2 }, () => millisecondsOf(expression, text)));

/** What makes an expression slow, null where nothing does. */
function slowedBy({ expression }: Pick<WrittenExpression, 'expression'>): Pump | null {
  for (const pump of pumpsOf(expression)) {
    const isOver = (limit: number) => (length: number) => {
      const text = pumped(pump, length);
      return millisecondsOf(expression, text) > limit && quickest(expression, text) > limit;
    };
    const suspect = FIRST.findIndex(isOver(SUSPECT_MS));
    if (suspect >= 0 && [...FIRST.slice(suspect), ...LATER].some(isOver(SLOW_MS))) return pump;
  }
  return null;
}

const written = ROOMS.flatMap(expressionsIn);

test('no regular expression in the rooms of uploaded text takes more than linear time', () => {
  const slow = written.filter(({ name }) => !(name in EXEMPT)).map((one) => [one.name, slowedBy(one)] as const);
  expect(slow.filter(([, pump]) => pump !== null)).toEqual([]);
});

test('the walk finds what is slow, and every exemption is still needed', () => {
  const known = [/^[+-]?(\d+\.?\d*|\.\d+)$/, /[\s.,;:]+$/];
  expect(known.map((expression) => slowedBy({ expression }) !== null)).toEqual(known.map(() => true));
  expect(written.length).toBeGreaterThan(80);
  expect(Object.keys(EXEMPT).filter((name) => !written.some((one) => one.name === name))).toEqual([]);
});
