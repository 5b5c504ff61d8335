/** Colours above are as good as white, those below as black; of 255. */
const [LIGHT, DARK] = [200, 70];

/** Whether a colour, six hexadecimal digits, is as good as white; what is no colour is not. */
export const isLight = (colour: string): boolean => isColour(colour) && channels(colour).every((one) => one >= LIGHT);

/** The same of black. */
export const isDark = (colour: string): boolean => isColour(colour) && channels(colour).every((one) => one <= DARK);

const isColour = (text: string): boolean => /^[\da-f]{6}$/i.test(text);
const channels = (colour: string): number[] => [0, 2, 4].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
