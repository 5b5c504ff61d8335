/** Long texts that make an expression go back and forth: something before, one thing over and over, something that does not fit. */
export interface Pump {
  readonly before: string;
  readonly over: string;
  readonly behind: string;
}

export const pumped = ({ before, over, behind }: Pump, length: number): string =>
  before + over.repeat(Math.ceil(length / over.length)) + behind;

const CLASSES: Readonly<Record<string, string>> = {
  d: '1',
  s: ' ',
  S: 'x',
  w: 'a',
  W: '!',
  D: 'x',
  b: '',
  B: '',
  t: '\t',
  n: '\n',
  r: '\r',
};
const PROPERTIES: readonly (readonly [RegExp, string])[] = [
  [/^p\{L\}/, 'đ'],
  [/^p\{M\}/, '\u0323'],
  [/^p\{N\}/, '1'],
  [/^P\{C\}/, 'x'],
];
const FITS_NOTHING = '\u0000';
const MOST_PIECES = 10;

/** What an expression speaks of: its single characters, one for each class, and the words that it spells. */
export function piecesOf({ source }: RegExp): readonly string[] {
  const single = new Set<string>();
  const words = new Set<string>();
  let word = '';
  const end = () => {
    if (word.length > 1) words.add(word);
    word = '';
  };
  for (let at = 0; at < source.length; at++) {
    const one = source.charAt(at);
    if (one === '\\') {
      const [letter, length] = escaped(source.slice(at + 1));
      if (letter !== '') single.add(letter);
      if (length === 1 && !/\w/.test(source.charAt(at + 1))) word += letter;
      else end();
      at += length;
    } else if (one === '.') {
      single.add('x');
      end();
    } else if (/[\p{L}\p{N}<>!/"'%;:@&#,=_ -]/u.test(one)) {
      single.add(one);
      word += one;
    } else {
      end();
      if (!/[()[\]{}?*+|^$]/.test(one)) single.add(one);
    }
  }
  end();
  return [...[...words].slice(0, MOST_PIECES / 2), ...single].slice(0, MOST_PIECES);
}

function escaped(rest: string): readonly [string, number] {
  const property = PROPERTIES.find(([pattern]) => pattern.test(rest));
  if (property) return [property[1], rest.indexOf('}') + 1];
  const [code, hexadecimal] = /^u([0-9a-f]{4})/i.exec(rest) ?? [];
  if (code !== undefined) return [String.fromCharCode(Number.parseInt(hexadecimal ?? '', 16)), code.length];
  const letter = rest.charAt(0);
  return [CLASSES[letter] ?? letter, 1];
}

/** Every piece and every two pieces, over and over, behind nothing or a piece, before nothing or what does not fit. */
export function* pumpsOf(expression: RegExp): Generator<Pump> {
  const pieces = piecesOf(expression);
  const overs = new Set([...pieces, ...pieces.flatMap((one) => pieces.map((other) => one + other))]);
  const befores = ['', ...pieces.slice(0, 4)];
  for (const over of overs) for (const before of befores) for (const behind of [FITS_NOTHING, '\n']) yield { before, over, behind };
}
