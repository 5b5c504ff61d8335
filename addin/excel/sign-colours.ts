import type { SignColour } from '../../core/adopting/sheet-edit.ts';

/** Gives a range its conditional inks in place of former ones. By the text itself: a formula would be read from the chosen cell. */
export function setSignColours({ conditionalFormats }: Excel.Range, colours: readonly SignColour[]): void {
  conditionalFormats.clearAll();
  for (const { sign, ink } of colours) {
    const { textComparison } = conditionalFormats.add('ContainsText');
    textComparison.rule = { operator: 'BeginsWith', text: sign };
    textComparison.format.font.color = ink;
  }
}
