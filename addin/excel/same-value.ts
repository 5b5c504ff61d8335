/** Whether a cell shows what is to be written: numbers as exactly as Excel keeps them, a blank cell as an empty text. */
export const isSameValue = (there: unknown, value: unknown): boolean =>
  typeof there === 'number' && typeof value === 'number' ? Math.abs(there - value) < 1e-9 : (there ?? '') === (value ?? '');
