import { allIn, type ManifestElement, named } from './element.ts';

/** Elements whose value is an address that Excel opens. */
const ADDRESSES = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'bt:Image', 'bt:Url'];

/** Every address of a manifest, as it stands there. */
export const addressesIn = (root: ManifestElement): string[] => [
  ...allIn(root).flatMap(({ name, attributes }) => (ADDRESSES.includes(name) ? (attributes.DefaultValue ?? []) : [])),
  ...named(root, 'AppDomain').map(({ text }) => text),
];

/** Whether an address is good enough for the pane: encrypted, or this very machine. */
export const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1'));

/** Addresses that are not encrypted, or outside the domains that the add-in says it uses. */
export function faultsOfAddresses(root: ManifestElement): string[] {
  const domains = new Set(named(root, 'AppDomain').map(({ text }) => text));
  return addressesIn(root).flatMap((address) => {
    if (!URL.canParse(address)) return [`“${address}” không phải là một địa chỉ.`];
    const url = new URL(address);
    if (!isSafe(url)) return [`${address}: phải là địa chỉ https.`];
    return domains.has(url.origin) ? [] : [`${address}: AppDomains không có ${url.origin}.`];
  });
}
