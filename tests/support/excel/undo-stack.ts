/** One step of Ctrl+Z: what it was, what takes it back, and the group that it belongs to. */
interface Act {
  readonly name: string;
  readonly group: number | null;
  readonly takeBack: (() => void)[];
}

/**
 * What Ctrl+Z takes back, one act after the other, the latest first: a user's act is one, and so is a batch of an add-in; batches of one
 * group (`mergeUndoGroup`) are one together (learn.microsoft.com, "Undo capabilities with the Excel JavaScript API"). Cells, looks, notes,
 * tables, input rules and conditional inks come back; of sheets and names the model keeps nothing that could.
 */
export class UndoStack {
  readonly #acts: Act[] = [];
  #underWay: (() => void)[] | null = null;

  /** The acts that can be taken back, the latest last. */
  get names(): readonly string[] {
    return this.#acts.map(({ name }) => name);
  }

  /** Does something as one act; what is done within it belongs to it. */
  record<T>(name: string, doing: () => T, group: number | null = null): T {
    if (this.#underWay) return doing();
    const takeBack: (() => void)[] = [];
    this.#underWay = takeBack;
    try {
      return doing();
    } finally {
      this.#underWay = null;
      const last = this.#acts.at(-1);
      if (group !== null && last?.group === group) for (const one of takeBack) last.takeBack.push(one);
      else if (takeBack.length > 0) this.#acts.push({ name, group, takeBack });
    }
  }

  /** Something was changed: how it is taken back. What belongs to no act (a test that prepares its workbook) is never taken back. */
  changed(takeBack: () => void): void {
    this.#underWay?.push(takeBack);
  }

  /** Takes the latest act back; gives its name, null where there is none. */
  undo(): string | null {
    const act = this.#acts.pop();
    for (const takeBack of act?.takeBack.toReversed() ?? []) takeBack();
    return act?.name ?? null;
  }

  /** Nothing that was done can be taken back any more. */
  clear(): void {
    this.#acts.length = 0;
    if (this.#underWay) this.#underWay.length = 0;
  }
}
