const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(?:Z|[+-]\d\d:\d\d)?)?$/;
const DAY_MS = 86_400_000;

/** The serial number in the 1900 system of what a cell of type `d` holds: an ISO date, by its own clock; NaN for anything else. */
export function serialOfIsoDate(text: string): number {
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = ISO.exec(text.trim()) ?? [];
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(5, 10) !== `${month}-${day}`) return Number.NaN;
  const whole = Math.round((midnight - Date.UTC(1899, 11, 30)) / DAY_MS);
  return whole + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}
