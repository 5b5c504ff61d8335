import { COLOUR, type Colour } from '../../../templates/style/type.ts';

const lightness = (colour: Colour): number => {
  const [red = 0, green = 0, blue = 0] = [2, 4, 6].map((at) => {
    const part = Number.parseInt(COLOUR[colour].slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: Colour, two: Colour): number => {
  const [light = 0, dark = 0] = [lightness(one), lightness(two)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

test.each([
  ['ink', 'input'],
  ['ink', 'header'],
  ['ink', 'inputHeader'],
  ['ink', 'missingInput'],
  ['ink', 'missedGround'],
  ['notOwedText', 'notOwed'],
  ['met', 'metGround'],
  ['below', 'belowGround'],
  ['missed', 'missedGround'],
  ['missing', 'missingGround'],
] as [Colour, Colour][])('%s can be read on %s', (text, under) => {
  expect(contrast(text, under)).toBeGreaterThanOrEqual(4.5);
});
