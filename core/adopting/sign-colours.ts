import { SIGN_COLOURS } from '../form/colours.ts';
import type { SignColour } from './sheet-edit.ts';

/** How "Kiểm tra" is coloured, by the sign that its text begins with. */
export const signColours: readonly SignColour[] = Object.entries(SIGN_COLOURS).map(([sign, ink]) => ({ sign, ink }));
