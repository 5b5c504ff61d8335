import { parseArgs } from 'node:util';
import { WrongCall } from './wrong-call.ts';

const KNOWN = {
  period: { type: 'string' },
  out: { type: 'string' },
  agency: { type: 'string', multiple: true },
  at: { type: 'string' },
  previous: { type: 'string' },
  'base-url': { type: 'string' },
  plan: { type: 'string' },
  agencies: { type: 'string' },
  address: { type: 'string' },
  data: { type: 'string' },
  label: { type: 'string' },
  user: { type: 'string' },
  replace: { type: 'boolean' },
  code: { type: 'string' },
  unverified: { type: 'boolean' },
  until: { type: 'string' },
  reason: { type: 'string' },
  'read-only': { type: 'boolean' },
  json: { type: 'boolean' },
  all: { type: 'boolean' },
  'all-rows': { type: 'boolean' },
  names: { type: 'boolean' },
  sources: { type: 'boolean' },
  settings: { type: 'string' },
  against: { type: 'string' },
  blank: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

type Name = keyof typeof KNOWN;
type Values = ReturnType<typeof parsed>['values'];

/** One call's options and what stands besides them. */
export interface Call {
  readonly values: Values;
  readonly rest: readonly string[];
}

/** The options of a subcommand; one that it does not know is a wrong call. */
export function parseCall(args: readonly string[], allowed: readonly Name[]): Call {
  const { values, positionals } = parsed(args);
  const foreign = (Object.keys(values) as Name[]).find((name) => !allowed.includes(name)); // parseArgs gives known names alone
  if (foreign) throw new WrongCall(`Lệnh này không dùng --${foreign}. Xem: phuluc --help`);
  return { values, rest: positionals };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: KNOWN, allowPositionals: true });
  } catch (error) {
    const [, option] = /'(-[^ ']*)/.exec(error instanceof Error ? error.message : '') ?? [];
    throw new WrongCall(`Tùy chọn ${option ?? ''} không đúng hoặc thiếu giá trị. Xem: phuluc --help`);
  }
}

/** An option that the subcommand cannot do without. */
export function needed(value: string | undefined, name: string): string {
  if (value === undefined || value.trim() === '') throw new WrongCall(`Thiếu --${name}. Xem: phuluc --help`);
  return value;
}
