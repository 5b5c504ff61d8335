/** Names in the desk's URL, as people see them there; an access key never stands in it. */
export type QueryName =
  | 'ky' // period
  | 'the' // tab
  | 'muc' // part of a tab
  | 'dong' // chosen row
  | 'donvi' // chosen agency
  | 'quytac' // rule to be waived
  | 'o' // field that is to be filled in
  | 'tim' // search
  | 'khoi' // group of agencies
  | 'ketqua' // verdict
  | 'co' // flagged rows only
  | 'thieu' // missing only
  | 'trangthai' // status of tasks, or of reports
  | 'nguon-goc' // row whose figure is traced
  | 'nguon-goc-don-vi'; // agency whose part of it is asked for

export type DeskQuery = Readonly<Partial<Record<QueryName, string>>>;
/** null takes a name out of the query. */
export type QueryChange = Readonly<Partial<Record<QueryName, string | null>>>;

/** What only the matrix had while it was the first tab: an address of that time that names one of these and no tab means the matrix. */
const MATRIX_NAMES = ['dong', 'donvi', 'ketqua', 'co', 'thieu', 'tim'] as const satisfies readonly QueryName[];

/** What stands behind the `#`: it opens over whatever tab is shown. */
const TRACING = ['nguon-goc', 'nguon-goc-don-vi'] as const satisfies readonly QueryName[];
const isTracing = (name: string): boolean => TRACING.some((one) => one === name);

/** What an address says: the tab and what is chosen there, and behind the `#` whose origin is shown. */
export function readQuery(search: string, hash = ''): DeskQuery {
  const traced = [...new URLSearchParams(hash.replace(/^#/, ''))].filter(([name]) => isTracing(name));
  const query = Object.fromEntries([...new URLSearchParams(search), ...traced]) as DeskQuery; // others are left alone
  return query.the === undefined && MATRIX_NAMES.some((name) => query[name]) ? { ...query, the: 'ma-tran' } : query;
}

/** Where somebody goes elsewhere, nothing is traced any more, and no field is to be filled in. */
const goesElsewhere = (change: QueryChange): boolean => change.the !== undefined || change.ky !== undefined || change.muc !== undefined;
const staysBehind = (name: string): boolean => name === 'o' || isTracing(name);

/** The query after a change, as a link. */
export function changedQuery(query: DeskQuery, change: QueryChange): string {
  const kept = Object.entries(query).filter(([name]) => !goesElsewhere(change) || !staysBehind(name));
  const merged = Object.entries({ ...Object.fromEntries(kept), ...change }).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const traced = merged.filter(([name]) => isTracing(name));
  const others = merged.filter(([name]) => !isTracing(name));
  return `?${new URLSearchParams(others)}${traced.length === 0 ? '' : `#${new URLSearchParams(traced)}`}`;
}

export type Go = (change: QueryChange, how?: 'push' | 'replace') => void;

/** A link that changes the query in place; with Ctrl, Cmd or Shift the browser opens it its own way. */
export const linkTo = (query: DeskQuery, go: Go, change: QueryChange) => ({
  href: changedQuery(query, change),
  onClick: (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(change);
  },
});
