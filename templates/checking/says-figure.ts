/** A figure with a sign of its own, or of several digits. */
const FIGURE = /\d\s*[%‰]|\d[.,/]\d|\d{2}/;

/** Whether a text over or beside the others says a figure; "lần 2" is none. */
export const saysFigure = (text: string): boolean => FIGURE.test(text);
