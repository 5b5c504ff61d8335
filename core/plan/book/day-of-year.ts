const NEXT_YEAR = ' năm sau';
const TYPED = /^(\d{1,2})\/(\d{1,2})( năm sau)?$/i;

/** "14/11" of `11-14`, "15/01 năm sau" of `+01-15`. */
export function dayOfYearText(monthDay: string): string {
  const [month = '', day = ''] = monthDay.replace('+', '').split('-');
  return `${day}/${month}${monthDay.startsWith('+') ? NEXT_YEAR : ''}`;
}

/** The day of a year that a text says, as `MM-DD` or `+MM-DD`; null where it says none. */
export function typedDayOfYear(text: string): string | null {
  const [, day, month, next] = TYPED.exec(text) ?? [];
  return day && month ? `${next ? '+' : ''}${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}
