/** What the scanner has come to. */
export const END = 0;
export const OPEN = 1;
export const CLOSE = 2;
export const TEXT = 3;
export const FAULT = 4;
export type XmlEvent = 0 | 1 | 2 | 3 | 4;
