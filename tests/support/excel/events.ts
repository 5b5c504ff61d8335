/** Events that office.js can register: its number, and the word in the names of `_Register…Event`. */
export const EVENTS = {
  changed: { type: 10, word: 'DataChanged' },
  activated: { type: 11, word: 'Activated' },
  added: { type: 13, word: 'Added' },
  selection: { type: 14, word: 'SelectionChanged' },
  deleted: { type: 15, word: 'Deleted' },
  calculated: { type: 16, word: 'Calculated' },
  formatChanged: { type: 18, word: 'FormatChanged' },
  rowsSorted: { type: 19, word: 'RowSorted' },
  columnsSorted: { type: 20, word: 'ColumnSorted' },
} as const;

export type EventName = keyof typeof EVENTS;

/** The target of an event of the whole workbook. */
const WORKBOOK_TARGET = 'Workbook';

/** An event as the wire carries it. */
export interface EventEntry {
  readonly messageCategory: 65_536;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

/** Who listens to what, and how what happens reaches them. */
export class EventDesk {
  readonly #listened = new Set<EventName>();
  /** Set by the way into the library. */
  deliver: (entries: readonly EventEntry[]) => void = () => undefined;
  #waiting: EventEntry[] = [];

  listen(event: EventName): void {
    this.#listened.add(event);
  }

  forget(event: EventName): void {
    this.#listened.delete(event);
  }

  get listened(): readonly EventName[] {
    return [...this.#listened].sort();
  }

  /** Events go out after what caused them, together. */
  emit(event: EventName, sheet: string, message: Readonly<Record<string, unknown>>): void {
    if (!this.#listened.has(event)) return;
    const text = JSON.stringify({ ...message, worksheetId: sheet });
    this.#waiting.push({ messageCategory: 65_536, messageType: EVENTS[event].type, targetId: WORKBOOK_TARGET, message: text });
    if (this.#waiting.length === 1) setTimeout(() => this.#send(), 0);
  }

  #send(): void {
    const entries = this.#waiting;
    this.#waiting = [];
    this.deliver(entries);
  }
}
