import { strFromU8, strToU8 } from 'fflate';

/** The add-in's own id, as manifest.xml states it. */
export const ADD_IN_ID = 'c35139b9-8235-4414-b397-d995584b9139';

/**
 * An add-in that the Microsoft 365 administrator has given to the agencies, in the words of [MS-OWEXML] WebExtensionReference: the only way by
 * which a form opens its pane by itself (docs/huong-dan/bo-tro-excel.md).
 */
const BY_ADMINISTRATOR = 'store="EXCatalog" storeType="EXCatalog"';

/** The lowest version a manifest of ours can have: the form stays the same when the add-in gets a new one. */
const LOWEST_VERSION = '1.0.0.0';

const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATED = 'http://schemas.openxmlformats.org/package/2006/relationships';
const MICROSOFT_RELATED = 'http://schemas.microsoft.com/office/2011/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const FOLDER = 'xl/webextensions';

/**
 * Adds to a workbook's parts that the pane opens with it, in an Excel that has the add-in; any other program, and an Excel without it,
 * passes them over. exceljs knows no such parts, so they come after it. Nothing is prompted for: `visibility` is 0.
 */
export function openPaneIn(parts: Record<string, Uint8Array>): void {
  const added = {
    [`${FOLDER}/webextension1.xml`]:
      `<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{${ADD_IN_ID.toUpperCase()}}">` +
      `<we:reference id="${ADD_IN_ID}" version="${LOWEST_VERSION}" ${BY_ADMINISTRATOR}/><we:alternateReferences/>` +
      '<we:properties><we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/></we:properties><we:bindings/>' +
      `<we:snapshot xmlns:r="${RELATED}"/></we:webextension>`,
    [`${FOLDER}/taskpanes.xml`]:
      '<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11">' +
      '<wetp:taskpane dockstate="right" visibility="0" width="350" row="4">' +
      `<wetp:webextensionref xmlns:r="${RELATED}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`,
    [`${FOLDER}/_rels/taskpanes.xml.rels`]:
      `<Relationships xmlns="${PACKAGE_RELATED}">` +
      `<Relationship Id="rId1" Type="${MICROSOFT_RELATED}/webextension" Target="webextension1.xml"/></Relationships>`,
  };
  for (const [name, xml] of Object.entries(added)) parts[name] = strToU8(DECLARATION + xml);
  append(
    parts,
    '_rels/.rels',
    'Relationships',
    `<Relationship Id="rIdPane" Type="${MICROSOFT_RELATED}/webextensiontaskpanes" Target="${FOLDER}/taskpanes.xml"/>`,
  );
  append(
    parts,
    '[Content_Types].xml',
    'Types',
    `<Override PartName="/${FOLDER}/webextension1.xml" ContentType="application/vnd.ms-office.webextension+xml"/>` +
      `<Override PartName="/${FOLDER}/taskpanes.xml" ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"/>`,
  );
}

/** Puts elements at the end of a part's root. */
function append(parts: Record<string, Uint8Array>, name: string, root: string, elements: string): void {
  const part = parts[name];
  if (!part) throw new Error(`[open pane] "${name}": no such part`);
  parts[name] = strToU8(strFromU8(part).replace(`</${root}>`, () => `${elements}</${root}>`));
}
