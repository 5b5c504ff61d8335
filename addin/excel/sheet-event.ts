/** What an event of a sheet says; `details`, `getRange` and the like are never needed: cells are read again instead. */
export interface SheetEvent {
  readonly worksheetId: string;
  readonly address?: string;
  readonly source?: string;
  readonly triggerSource?: string;
}

export type SheetHandler = (event: SheetEvent) => Promise<void>;
