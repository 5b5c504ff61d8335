import { isBlankText } from '../../../core/text.ts';
import { attributeOf, type Scan } from '../xml/scan.ts';

/** How the visible parts of a text look: a bit for each look that some of it has. */
export type Looks = number;

export const PLAIN_LOOK: Looks = 1;
const [STRUCK, RAISED, RAISED_STRUCK, LOWERED, LOWERED_STRUCK] = [2, 4, 8, 16, 32];
const STRUCK_LOOKS = STRUCK | RAISED_STRUCK | LOWERED_STRUCK;
/** A run without a font of its own looks as the cell does. */
export const AS_THE_CELL: Looks = 64;

/** A rich text as it is being read, run by run. */
export interface OpenLooks {
  looks: Looks;
  /** The run that is open: whether it has a font of its own, what that font does, whether anything of it can be seen. */
  ownFont: boolean;
  struck: boolean;
  position: string | null;
  seen: boolean;
}

export const noLooks = (): OpenLooks => ({ looks: 0, ownFont: false, struck: false, position: null, seen: false });

export function beginRun(open: OpenLooks): void {
  open.ownFont = false;
  open.struck = false;
  open.position = null;
  open.seen = false;
}

/** Takes note of an element of a run that has been opened: the run itself, its font, what the font does. */
export function openRunElement(
  open: OpenLooks,
  scan: Scan,
  elements: { readonly run: number; readonly font: number; readonly strike: number; readonly position: number },
  value: number,
): void {
  if (scan.node === elements.run) beginRun(open);
  else if (scan.node === elements.font) open.ownFont = true;
  else if (scan.node === elements.strike) open.struck = isOn(attributeOf(scan, value));
  else if (scan.node === elements.position) open.position = attributeOf(scan, value);
}

/** Blanks have no look that matters. */
export function noteTextLook(open: OpenLooks, text: string): void {
  open.seen ||= !isBlankText(text);
}

export function endRun(open: OpenLooks): void {
  if (open.seen) open.looks |= open.ownFont ? lookOf(open.struck, open.position) : AS_THE_CELL;
}

/** The look of a font: whether it strikes out, where it puts its letters. */
export function lookOf(struck: boolean, position: string | null): Looks {
  if (position === 'superscript') return struck ? RAISED_STRUCK : RAISED;
  if (position === 'subscript') return struck ? LOWERED_STRUCK : LOWERED;
  return struck ? STRUCK : PLAIN_LOOK;
}

/** What is said of a cell whose text has these looks, in a font of that look; null where it has one look, and is not struck out. */
export function looksFound(looks: Looks, font: Looks): { readonly struck?: true; readonly mixed?: true } | null {
  const all = looks === 0 ? font : (looks & ~AS_THE_CELL) | (looks & AS_THE_CELL ? font : 0);
  if ((all & (all - 1)) !== 0) return { mixed: true };
  return (all & STRUCK_LOOKS) === 0 ? null : { struck: true };
}

/** `<strike/>`, `<strike val="1"/>`. */
export const isOn = (value: string | null): boolean => value === null || /^(?:1|true|on)$/.test(value);
