import { allIn, type ManifestElement, named } from './element.ts';

/** Sizes in pixels that Excel asks of every icon; 64 is for screens of double density. */
const SIZES = ['16', '32', '64', '80'];
/** The other locale that every text has; any locale that is named nowhere reads the default, vi-VN. */
const OTHER_LOCALE = 'en-US';
const LONGEST_ID = 32;
const LONGEST = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 } as const;
/** The texts outside the resources, by how long they may be. */
const LONGEST_TEXT: Readonly<Record<string, number>> = { DisplayName: 125, Description: 250 };

/** Which kind of resource an element refers to; a title or a description is a text of its own length. */
const KIND: Readonly<Record<string, string>> = {
  'bt:Image': 'bt:Images',
  'ov:SourceLocation': 'bt:Urls',
  'ov:LearnMoreUrl': 'bt:Urls',
  'ov:Label': 'bt:ShortStrings',
  'ov:Title': 'bt:ShortStrings',
  'ov:Description': 'bt:LongStrings',
};

/** References that lead nowhere, resources that nothing uses, texts that are too long or lack a locale, icons that lack a size. */
export const faultsOfResources = (root: ManifestElement): string[] => [
  ...faultsOfReferences(root),
  ...faultsOfTexts(root),
  ...named(root, 'ov:Icon').flatMap(faultsOfIcon),
  ...faultsOfIds(root),
];

function faultsOfReferences(root: ManifestElement): string[] {
  const kindOf = new Map<string, string>();
  for (const resources of named(root, 'ov:Resources'))
    for (const { name, children } of resources.children) for (const { attributes } of children) kindOf.set(attributes.id ?? '', name);
  const used = allIn(root).filter(({ attributes }) => attributes.resid !== undefined);
  const lost = used
    .filter(({ name, attributes }) => kindOf.get(attributes.resid ?? '') !== KIND[name])
    .map(({ name, attributes }) => `${name}: không có tài nguyên “${attributes.resid}” đúng loại.`);
  const wanted = new Set(used.map(({ attributes }) => attributes.resid));
  return [...lost, ...[...kindOf.keys()].filter((id) => !wanted.has(id)).map((id) => `Tài nguyên “${id}” không được dùng.`)];
}

function faultsOfTexts(root: ManifestElement): string[] {
  const outside = root.children.filter(({ name }) => name in LONGEST_TEXT).map((text) => ({ text, longest: LONGEST_TEXT[text.name] ?? 0 }));
  const inside = Object.entries(LONGEST).flatMap(([name, longest]) =>
    named(root, name).flatMap(({ children }) => children.map((text) => ({ text, longest }))),
  );
  return [...outside, ...inside].flatMap(({ text, longest }) => {
    const called = text.attributes.id ?? text.name;
    const values = [text.attributes.DefaultValue ?? '', ...text.children.map(({ attributes }) => attributes.Value ?? '')];
    const locales = text.children.map(({ attributes }) => attributes.Locale);
    return [
      ...values
        .filter((value) => value.trim() === '' || value.length > longest)
        .map((value) => `${called}: dài ${value.length} ký tự, phải từ 1 đến ${longest}.`),
      ...(locales.join() === OTHER_LOCALE ? [] : [`${called}: ngoài vi-VN phải có đúng một bản ${OTHER_LOCALE}.`]),
    ];
  });
}

function faultsOfIcon({ children }: ManifestElement): string[] {
  const sizes = children.map(({ attributes }) => attributes.size);
  return sizes.join() === SIZES.join() ? [] : [`Biểu tượng có cỡ ${sizes.join(', ')}; phải là ${SIZES.join(', ')}.`];
}

function faultsOfIds(root: ManifestElement): string[] {
  const ids = allIn(root).flatMap(({ attributes }) => attributes.id ?? []);
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `Mã “${id}” có hai lần.`),
    ...ids.filter((id) => id.length > LONGEST_ID).map((id) => `Mã “${id}” dài quá ${LONGEST_ID} ký tự.`),
  ];
}
