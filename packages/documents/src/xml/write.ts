/** Characters XML 1.0 cannot carry in any form. Direction overrides are carried: they are the text's own. */
const impossible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** Text as character data or an attribute's value. What XML cannot carry is shown by its code point, not dropped. */
export const escapeXml = (text: string): string =>
  text
    .replace(impossible, sign => `\ufffdU+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
    .replace(/[&<>"\r]/g, sign => escapes[sign]!)

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element as text: attributes are escaped here, `inner` is XML already. */
export const xml = (name: string, attributes: Attributes = {}, ...inner: readonly string[]): string => {
  let head = name
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) head += ` ${key}="${escapeXml(String(value)).replace(/[\t\n]/g, ' ')}"`
  const body = inner.join('')
  return body === '' ? `<${head}/>` : `<${head}>${body}</${name}>`
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
