/** What a desk's address may say; never a key. Names are the ones that people see in the address. */
export type AddressName =
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

export type DeskQuery = Readonly<Partial<Record<AddressName, string>>>;
/** null takes a name out of the address. */
export type AddressChange = Readonly<Partial<Record<AddressName, string | null>>>;

export const readAddress = (search: string): DeskQuery => Object.fromEntries(new URLSearchParams(search)) as DeskQuery; // others are left alone

/** The query of an address after a change, to be linked to. */
export function changedAddress(address: DeskQuery, change: AddressChange): string {
  const merged = Object.entries({ ...address, ...change }).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `?${new URLSearchParams(merged)}`;
}

export type Go = (change: AddressChange, how?: 'push' | 'replace') => void;

/** A link that changes the address in place; with Ctrl, Cmd or Shift the browser opens it its own way. */
export const linkTo = (address: DeskQuery, go: Go, change: AddressChange) => ({
  href: changedAddress(address, change),
  onClick: (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(change);
  },
});
