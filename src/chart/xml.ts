declare const isSvg: unique symbol;

/** Well-formed XML: made by {@link element} and {@link escapeXml} alone. */
export type Svg = string & { readonly [isSvg]: true };

/** Numbers are written with two decimals at most. */
type Attributes = Readonly<Record<string, string | number>>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML 1.0 has no place for (section 2.2, "Characters"): controls, lone surrogates, two more. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Cs}\ufffe\uffff]/gu;

/** A text as XML that reads as this text, without the characters that XML cannot hold. */
export function escapeXml(text: string): Svg {
  return trusted(
    text.replace(FORBIDDEN, '').replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? ''),
  );
}

/** An element. Its name and the names of its attributes are our own words. */
export function element(name: string, attributes: Attributes, children: readonly Svg[] = []): Svg {
  const list = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(attributeText(value))}"`)
    .join('');
  return trusted(
    children.length === 0 ? `<${name}${list}/>` : `<${name}${list}>${children.join('')}</${name}>`,
  );
}

/** A number with two decimals at most: a hundredth of a pixel is not seen. */
export function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function attributeText(value: string | number): string {
  return typeof value === 'number' ? rounded(value) : value;
}

function trusted(xml: string): Svg {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the only place that makes it
  return xml as Svg;
}
