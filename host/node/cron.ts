/** Moments of a timer, in UTC as on Azure: a set of allowed values for each field of NCRONTAB. */
export interface Cron {
  readonly seconds: ReadonlySet<number>;
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const ITEM = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/;
const DAY_MS = 86_400_000;
/** The 29th of February comes again within eight years, on a given weekday within forty. */
const MOST_DAYS = 366 * 41;

/** Reads an expression of six fields: second, minute, hour, day, month, weekday (0 or 7 is Sunday). Throws for any other text. */
export function cronOf(expression: string): Cron {
  const fields = expression.trim().split(/\s+/);
  const [second = '', minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  if (fields.length !== 6) throw new Error(`[schedule] "${expression}": six fields are needed`);
  const values = (text: string, from: number, to: number, names: readonly string[] = []) => valuesOf(text, { from, to, names, expression });
  return {
    seconds: values(second, 0, 59),
    minutes: values(minute, 0, 59),
    hours: values(hour, 0, 23),
    days: values(day, 1, 31),
    months: values(month, 1, 12, MONTHS),
    weekdays: new Set([...values(weekday, 0, 7, WEEKDAYS)].map((one) => one % 7)),
  };
}

interface Field {
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
  readonly expression: string;
}

function valuesOf(text: string, { from, to, names, expression }: Field): Set<number> {
  const numberOf = (word: string): number => {
    const named = names.indexOf(word.toLowerCase());
    return named >= 0 ? named + from : Number(word);
  };
  const found = new Set<number>();
  for (const item of text.split(',')) {
    const [, first = '', last, step] = ITEM.exec(item) ?? [];
    const low = first === '*' ? from : numberOf(first);
    // "5/10" goes on to the end of the field, "5" stays 5.
    const high = last === undefined ? (first === '*' || step !== undefined ? to : low) : numberOf(last);
    const by = Number(step ?? 1);
    if (!(low >= from && high <= to && low <= high && by >= 1)) throw new Error(`[schedule] "${expression}": "${item}" makes no sense`);
    for (let value = low; value <= high; value += by) found.add(value);
  }
  return found;
}

/** The first moment after `after` that an expression names; null where there is none (the 31st of April). Day and weekday must both fit. */
export function nextOf(cron: Cron, after: Date): Date | null {
  const from = Math.floor(after.getTime() / 1000) * 1000 + 1000;
  const today = Math.floor(from / DAY_MS) * DAY_MS;
  for (let k = 0; k < MOST_DAYS; k += 1) {
    const day = new Date(today + k * DAY_MS);
    if (!cron.months.has(day.getUTCMonth() + 1) || !cron.days.has(day.getUTCDate()) || !cron.weekdays.has(day.getUTCDay())) continue;
    const moment = firstIn(cron, day.getTime(), from);
    if (moment !== null) return new Date(moment);
  }
  return null;
}

/** The first fitting moment of a day that is not before `from`. */
function firstIn({ hours, minutes, seconds }: Cron, day: number, from: number): number | null {
  const sorted = (values: ReadonlySet<number>): number[] => [...values].sort((one, other) => one - other);
  for (const hour of sorted(hours)) {
    if (day + (hour + 1) * 3_600_000 <= from) continue;
    for (const minute of sorted(minutes))
      for (const second of sorted(seconds)) {
        const moment = day + ((hour * 60 + minute) * 60 + second) * 1000;
        if (moment >= from) return moment;
      }
  }
  return null;
}
