import { faultsOfAddresses } from './addresses.ts';
import { rootOf } from './element.ts';
import { faultsOfResources } from './resources.ts';
import { faultsOfShape } from './shape.ts';

/**
 * What Excel would find wrong with a manifest, as far as that can be told without Excel and without Microsoft's service; empty where
 * nothing is. The last word has Excel: docs/huong-dan/bo-tro-excel.md.
 */
export function faultsOf(xml: string): string[] {
  const root = rootOf(xml);
  if (!root.ok) return [`Không phải XML hợp lệ: ${root.error}`];
  return [...faultsOfShape(root.value), ...faultsOfResources(root.value), ...faultsOfAddresses(root.value)];
}
