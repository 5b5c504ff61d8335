import { readFileSync } from 'node:fs';

type Tokens = Readonly<Record<string, string>>;

const css = readFileSync('addin/ui/tokens.css', 'utf8');
// one of them says the size of what fingers touch, and no colour
const blocks = [...css.matchAll(/:root \{([^}]*--ink:[^}]*)\}/g)].map(([, body]) =>
  Object.fromEntries([...String(body).matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour])),
) as [Tokens, Tokens, Tokens];
const [light, dark] = blocks;

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const TEXTS = [
  ['ink', 'paper'],
  ['ink', 'raised'],
  ['quiet', 'paper'],
  ['quiet', 'raised'],
  ['accent', 'paper'],
  ['on-accent', 'accent'],
  ['met', 'met-ground'],
  ['below', 'below-ground'],
  ['missed', 'missed-ground'],
  ['missed', 'paper'],
  ['below', 'paper'],
  ['missing', 'missing-ground'],
] as const;

test.each([
  ['light', light],
  ['dark', dark],
] as const)('every text can be read on its ground, at least 4,5 : 1 (%s)', (_, tokens) => {
  const poor = TEXTS.filter(([text, ground]) => contrast(tokens[text] ?? '', tokens[ground] ?? '') < 4.5);
  expect(poor).toEqual([]);
});

test('what is drawn around a field stands out, at least 3 : 1', () => {
  for (const tokens of [light, dark]) expect(contrast(tokens['field-line'] ?? '', tokens.paper ?? '')).toBeGreaterThanOrEqual(3);
});
