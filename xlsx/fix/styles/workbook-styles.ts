import type { WorkbookPackage } from '../../read/package/open-package.ts';
import { TYPE } from '../package/content-types.ts';
import type { PackageEdit } from '../package/package-edit.ts';
import { utf8 } from '../xml/splice.ts';
import { type Tree, treeOf } from '../xml/tree.ts';
import { openStyles, plainStyles, type Styles } from './styles.ts';

/** The styles of a workbook, and how they come back into its package: gives the name of the part where it is a new one, else null. */
export interface WorkbookStyles extends Styles {
  readonly finishInto: (fixed: PackageEdit) => string | null;
}

/** Opens a workbook's styles, or plain ones where it has none; null where they are damaged. */
export function workbookStyles(fixed: PackageEdit, { related }: WorkbookPackage, { namespace }: Tree): WorkbookStyles | null {
  const part = related.find(({ type, target }) => type === 'styles' && target !== null && fixed.has(target))?.target ?? null;
  const content = part === null ? null : fixed.read(part);
  if (part !== null && !content) return null;
  const there = content && treeOf(content);
  if (content && !there) return null;
  const tree = there && !there.root.empty ? there : treeOf(utf8(`${plainStyles(there?.namespace ?? namespace)}\0`));
  if (!tree) return null;
  const styles = openStyles(tree);
  return {
    ...styles,
    finishInto(into) {
      const changed = styles.finish();
      if (!changed) return null;
      if (part === null) return into.add('xl/styles', 'xml', changed, TYPE.styles);
      into.change(part, changed);
      return null;
    },
  };
}
