/** A cell by the title of its sheet and its name ("J12"). */
export interface NamedCell {
  readonly sheet: string;
  readonly cell: string;
}
