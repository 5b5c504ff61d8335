/** A colour as ARGB: `FF0B5CAD`. */
interface Colour {
  readonly argb?: string | undefined;
}

/** Sizes in points; what is left out is as the program has it. */
export interface FontLook {
  readonly name?: string | undefined;
  readonly family?: number | undefined;
  readonly size?: number | undefined;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly color?: Colour | undefined;
}

/** A ground; one that is no pattern is none. */
export interface FillLook {
  readonly type: string;
  readonly pattern?: string | undefined;
  readonly fgColor?: Colour | undefined;
  readonly bgColor?: Colour | undefined;
}

interface Edge {
  readonly style?: string | undefined;
  readonly color?: Colour | undefined;
}

export interface BorderLook {
  readonly left?: Edge | undefined;
  readonly right?: Edge | undefined;
  readonly top?: Edge | undefined;
  readonly bottom?: Edge | undefined;
}

export interface AlignmentLook {
  readonly horizontal?: string | undefined;
  readonly vertical?: string | undefined;
  readonly wrapText?: boolean | undefined;
  readonly shrinkToFit?: boolean | undefined;
  readonly textRotation?: number | string | undefined;
  readonly indent?: number | undefined;
}

/** How a sheet is printed; margins in inches. */
export interface PaperSetup {
  readonly paperSize?: number | undefined;
  readonly orientation?: string | undefined;
  readonly scale?: number | undefined;
  readonly fitToPage?: boolean | undefined;
  readonly fitToWidth?: number | undefined;
  readonly fitToHeight?: number | undefined;
  readonly pageOrder?: string | undefined;
  readonly horizontalCentered?: boolean | undefined;
  /** Areas as formulas cite them, without the sheet: `A1:K20`. */
  readonly printArea?: string | undefined;
  /** Rows printed again on every page: `10:10`. */
  readonly printTitlesRow?: string | undefined;
  readonly margins?: Readonly<Record<'left' | 'right' | 'top' | 'bottom' | 'header' | 'footer', number>> | undefined;
}

export interface HeaderFooter {
  readonly differentFirst?: boolean | undefined;
  readonly oddHeader?: string | undefined;
  readonly oddFooter?: string | undefined;
  readonly firstHeader?: string | undefined;
  readonly firstFooter?: string | undefined;
}
