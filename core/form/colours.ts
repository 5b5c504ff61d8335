/** Colours of the form's table, the same in a built form and in an adopted workbook. */
export const FORM_COLOURS = {
  ink: '#1B1F24',
  line: '#B8C0CA',
  frame: '#8A94A1',
  header: '#E9EDF2',
  inputHeader: '#FFEFC2',
  input: '#FFF9E5',
  notOwed: '#F3F4F6',
  notOwedText: '#626A74',
} as const;

/** Inks of what the checks say, by the sign of its severity. */
export const SIGN_COLOURS = { '✕': '#B3261E', '▲': '#8A5A00', '✓': '#1E7B3A' } as const;
