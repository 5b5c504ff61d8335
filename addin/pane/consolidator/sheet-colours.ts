import type { MatrixCellLook as FigureLook } from '../../ui/matrix-cell-look.ts';

/** The ground of a figure that is another than the last time. */
export const CHANGED_FILL = '#DCE9FB';

/** Ink and fill of each state in the workbook: the light colours of `tokens.css`, for a sheet knows no dark mode. */
export const SHEET_COLOURS = {
  met: { ink: '#1E7B3A', fill: '#E6F4EA' },
  below: { ink: '#8A5A00', fill: '#FFF4DB' },
  missed: { ink: '#B3261E', fill: '#FCE8E6' },
  missing: { ink: '#5B6573', fill: '#F1F3F5' },
  'no-figure': { ink: '#5B6573', fill: '#F1F3F5' },
  none: { ink: '#1B1F24', fill: '#FFFFFF' },
  'not-owed': { ink: '#5B6573', fill: '#E4E8EC' },
} as const satisfies Record<FigureLook['tone'], { readonly ink: string; readonly fill: string }>;
