import { withAttributes } from '../xml/tag.ts';
import { bytesOfTree, childOf, insertInto, type Tree, tagOf } from '../xml/tree.ts';

/** What the format has behind `calcPr` (ECMA-376-1, CT_Workbook). */
const BEHIND: ReadonlySet<string> = new Set([
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
]);

/** The workbook part, told to calculate every formula anew when it is opened: `Kiểm tra` must see what was fixed. */
export function recalculating(tree: Tree): Uint8Array {
  const { root } = tree;
  const calculation = childOf(root, 'calcPr');
  if (!calculation) return bytesOfTree(tree, [insertInto(tree, root, BEHIND, `<${root.prefix}calcPr fullCalcOnLoad="1"/>`)]);
  const { start, tagEnd } = calculation;
  return bytesOfTree(tree, [{ start, end: tagEnd, text: withAttributes(tagOf(tree, calculation), { fullCalcOnLoad: '1' }) }]);
}
