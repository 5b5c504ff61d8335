/** Names in the query of the desk's URL, as people see them there; an access key never stands in it. */
export type QueryName =
  | 'ky' // period
  | 'the' // tab
  | 'muc' // part of a tab
  | 'dong' // chosen row
  | 'donvi' // chosen agency
  | 'quytac' // rule to be waived
  | 'tim' // search
  | 'khoi' // group of agencies
  | 'ketqua' // verdict
  | 'co' // flagged rows only
  | 'thieu' // missing only
  | 'trangthai'; // status of tasks, or of reports

export type DeskQuery = Readonly<Partial<Record<QueryName, string>>>;
/** null takes a name out of the query. */
export type QueryChange = Readonly<Partial<Record<QueryName, string | null>>>;

/** What only the matrix had while it was the first tab: an address of that time that names one of these and no tab means the matrix. */
const MATRIX_NAMES = ['dong', 'donvi', 'ketqua', 'co', 'thieu', 'tim'] as const satisfies readonly QueryName[];

export function readQuery(search: string): DeskQuery {
  const query = Object.fromEntries(new URLSearchParams(search)) as DeskQuery; // others are left alone
  return query.the === undefined && MATRIX_NAMES.some((name) => query[name]) ? { ...query, the: 'ma-tran' } : query;
}

/** The query after a change, as a link. */
export function changedQuery(query: DeskQuery, change: QueryChange): string {
  const merged = Object.entries({ ...query, ...change }).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `?${new URLSearchParams(merged)}`;
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
