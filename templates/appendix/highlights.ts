import { VERDICT_SIGNS } from '../../core/wording/labels.ts';
import type { ConditionalFormat } from '../../xlsx/write/sheet.ts';
import type { Highlight } from '../../xlsx/write/style-sheet.ts';
import { type Colour, conditionalFill, font } from '../style/type.ts';

export const tinted = (colour: Colour, ground: Colour): Highlight => ({ font: font({ colour }), fill: conditionalFill(ground) });

export const MET = tinted('met', 'metGround');
export const BELOW = tinted('below', 'belowGround');
export const MISSED = tinted('missed', 'missedGround');
export const MISSING = tinted('missing', 'missingGround');

/** Words that begin with a sign are coloured by it: who prints in black and white reads sign and word. */
export function bySign(letters: string, { first, last }: { readonly first: number; readonly last: number }): ConditionalFormat {
  const begins = (sign: string, highlight: Highlight) => ({ formula: `LEFT(${letters}${first},1)="${sign}"`, highlight });
  return {
    range: `${letters}${first}:${letters}${last}`,
    rules: [
      begins(VERDICT_SIGNS.met, MET),
      begins(VERDICT_SIGNS.below, BELOW),
      begins(VERDICT_SIGNS.missed, MISSED),
      begins(VERDICT_SIGNS['not-reported'], MISSING),
    ],
  };
}
