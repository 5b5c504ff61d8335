import { ok } from '../../../core/result.ts';
import { damaged, type ReadResult } from '../../read/file-finding.ts';
import { CONTENT_TYPES_PART } from '../../read/package/content-types.ts';
import type { WorkbookPackage } from '../../read/package/open-package.ts';
import { relationshipsOf } from '../../read/package/relationships.ts';
import { RELATIONSHIP, SPREADSHEET } from '../../read/sheet/namespaces.ts';
import type { WorkbookStyles } from '../styles/workbook-styles.ts';
import { type Tree, treeOf } from '../xml/tree.ts';
import { withTypes } from './content-types.ts';
import type { PackageEdit } from './package-edit.ts';
import { recalculating } from './recalculate.ts';
import { freeIds, type NewRelationship, pathTo, withRelationships } from './relationships.ts';

/** What was done to the sheets. */
interface Done {
  readonly styles: WorkbookStyles;
  /** The workbook part. */
  readonly workbook: Tree;
  readonly changed: boolean;
  readonly formulaGone: boolean;
}

/**
 * Does what changed sheets need of the rest of a package: new styles, formulas calculated anew, no list of the formulas in their
 * order of calculation where one of them is gone (a program makes it anew), content types.
 */
export function finishPackage(
  fixed: PackageEdit,
  { part, related }: WorkbookPackage,
  { styles, workbook, changed, formulaGone }: Done,
): ReadResult<null> {
  const newStyles = styles.finishInto(fixed);
  if (changed) fixed.change(part, recalculating(workbook));
  const chains = formulaGone ? related.filter(({ type }) => type === 'calcChain') : [];
  const removed = new Set(chains.flatMap(({ target }) => target ?? []));
  for (const target of removed) fixed.remove(target);
  if (newStyles !== null || chains.length > 0) {
    const key = relationshipsOf(part);
    const tree = treeOf(fixed.read(key) ?? NOTHING);
    if (!tree) return damaged(key);
    const strict = workbook.namespace === SPREADSHEET[1] ? 1 : 0;
    const added: NewRelationship[] =
      newStyles === null
        ? []
        : [{ id: freeIds(tree)(), type: `${RELATIONSHIP[strict]}/styles`, target: pathTo(newStyles, fixed.nameOf(part)) }];
    fixed.change(key, withRelationships(tree, added, new Set(chains.map(({ id }) => id))));
  }
  const types = treeOf(fixed.read(CONTENT_TYPES_PART) ?? NOTHING);
  if (!types) return damaged(CONTENT_TYPES_PART);
  const typed = withTypes(types, { added: fixed.types, removed });
  if (typed) fixed.change(CONTENT_TYPES_PART, typed);
  return ok(null);
}

/** No document at all, and the mark of its end. */
const NOTHING = new Uint8Array(1);
