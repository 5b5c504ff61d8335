/**
 * Lets callers go on, one in each turn of the event loop. Node takes one new connection a turn: where twenty calls that are ready run in
 * one turn, whoever connects late waits for rounds and rounds of those who came before.
 *
 * `who` waits in a line of its own, and the lines take turns: whoever asks for a thousand things at once holds up itself, and
 * everybody else by one of them at a time.
 */
export function turns(): (who: string) => Promise<void> {
  const lines = new Map<string, (() => void)[]>();
  let going = false;
  const next = (): void => {
    const [first] = lines;
    going = first !== undefined;
    if (!first) return;
    const [who, line] = first;
    lines.delete(who); // to the end of all lines, where it has one left
    line.shift()?.();
    if (line.length > 0) lines.set(who, line);
    setImmediate(next);
  };
  return (who) =>
    new Promise((go) => {
      const line = lines.get(who) ?? [];
      line.push(go);
      lines.set(who, line);
      if (going) return;
      going = true;
      setImmediate(next);
    });
}
