import { allIn, type ManifestElement } from './element.ts';

const BUTTON = 'ov:Label ov:Supertip ov:Icon ov:Action';

/**
 * Which elements stand in which, in this order, as Microsoft's "How to find the proper order of manifest elements" and [MS-OWEMXML]
 * have it, and of that only what this add-in uses. `+` is one or more, `*` any number.
 */
const CHILDREN: Readonly<Record<string, string>> = {
  OfficeApp:
    'Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions ov:VersionOverrides',
  DisplayName: 'Override*',
  Description: 'Override*',
  AppDomains: 'AppDomain+',
  Hosts: 'Host',
  Requirements: 'Sets',
  Sets: 'Set+',
  DefaultSettings: 'SourceLocation',
  'ov:VersionOverrides': 'ov:Hosts ov:Resources',
  'ov:Hosts': 'ov:Host',
  'ov:Host': 'ov:DesktopFormFactor',
  'ov:DesktopFormFactor': 'ov:GetStarted ov:ExtensionPoint',
  'ov:GetStarted': 'ov:Title ov:Description ov:LearnMoreUrl',
  'ov:ExtensionPoint': 'ov:CustomTab',
  'ov:CustomTab': 'ov:Group+ ov:Label',
  'ov:Group': 'ov:Label ov:Icon ov:Control+',
  'ov:Control': BUTTON,
  'ov:Supertip': 'ov:Title ov:Description',
  'ov:Icon': 'bt:Image+',
  'ov:Action': 'ov:TaskpaneId ov:SourceLocation ov:Title',
  'ov:Resources': 'bt:Images bt:Urls bt:ShortStrings bt:LongStrings',
  'bt:Images': 'bt:Image+',
  'bt:Urls': 'bt:Url+',
  'bt:ShortStrings': 'bt:String+',
  'bt:LongStrings': 'bt:String+',
  'bt:String': 'bt:Override*',
};

/** What the `xsi:type` of an element must say. */
const TYPES: Readonly<Record<string, string>> = {
  OfficeApp: 'TaskPaneApp',
  'ov:VersionOverrides': 'VersionOverridesV1_0',
  'ov:Host': 'Workbook',
  'ov:ExtensionPoint': 'PrimaryCommandSurface',
  'ov:Control': 'Button',
  'ov:Action': 'ShowTaskpane',
};

/** What the text of an element must be. */
const TEXTS: Readonly<Record<string, RegExp>> = {
  Id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  // below 1.0 Microsoft's validation refuses a manifest
  Version: /^[1-9]\d{0,4}(\.\d{1,5}){3}$/,
  ProviderName: /^.{1,125}$/,
  DefaultLocale: /^vi-VN$/,
  Permissions: /^ReadWriteDocument$/,
};

/** Elements that stand where they must not, or are missing, or say what they must not. */
export function faultsOfShape(root: ManifestElement): string[] {
  if (root.name !== 'OfficeApp') return [`Phần tử gốc là ${root.name}, không phải OfficeApp.`];
  return allIn(root).flatMap((element) => {
    const { name, attributes, children, text } = element;
    const faults: string[] = [];
    const [order, found] = [CHILDREN[name] ?? '', children.map((child) => child.name).join(' ')];
    if (!patternOf(order).test(`${found} `.trimStart())) faults.push(`${name}: gồm “${found}”, phải là “${order}”.`);
    if (attributes['xsi:type'] !== TYPES[name]) faults.push(`${name}: xsi:type là “${attributes['xsi:type']}”, phải là “${TYPES[name]}”.`);
    if (TEXTS[name]?.test(text) === false) faults.push(`${name}: giá trị “${text}” không đúng.`);
    return faults;
  });
}

const patternOf = (order: string): RegExp => new RegExp(`^${order.replace(/([\w:]+)([+*]?) ?/g, '($1 )$2')}$`);
