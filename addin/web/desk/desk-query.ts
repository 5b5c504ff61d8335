/** What a desk's address may say; never a key. Names are the ones that people see in the address. */
export type QueryName =
  | 'ky' // period
  | 'the' // tab
  | 'muc' // part of a tab
  | 'dong' // chosen row
  | 'donvi' // chosen agency
  | 'quytac' // rule to be waived
  | 'tim' // search
  | 'khoi' // kind of agencies
  | 'ketqua' // verdict
  | 'co' // flagged rows only
  | 'thieu' // missing only
  | 'trangthai'; // status of tasks, or of reports

export type DeskQuery = Readonly<Partial<Record<QueryName, string>>>;
/** null takes a name out of the address. */
export type QueryChange = Readonly<Partial<Record<QueryName, string | null>>>;

export const readQuery = (search: string): DeskQuery => Object.fromEntries(new URLSearchParams(search)) as DeskQuery; // others are left alone

/** The query of an address after a change, to be linked to. */
export function changedQuery(address: DeskQuery, change: QueryChange): string {
  const merged = Object.entries({ ...address, ...change }).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `?${new URLSearchParams(merged)}`;
}

export type Go = (change: QueryChange, how?: 'push' | 'replace') => void;

/** A link that changes the address in place; with Ctrl, Cmd or Shift the browser opens it its own way. */
export const linkTo = (address: DeskQuery, go: Go, change: QueryChange) => ({
  href: changedQuery(address, change),
  onClick: (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(change);
  },
});
