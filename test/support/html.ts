const VOID = new Set(['meta', 'br', 'img', 'hr', 'link', 'input', 'wbr']);

export interface HtmlTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The opening tags of a document in order; throws when tags do not nest. Style sheets and text are skipped. */
export function htmlTags(html: string): readonly HtmlTag[] {
  const tags: HtmlTag[] = [];
  const open: string[] = [];
  const body = html.replace(/<style>[\s\S]*?<\/style>/g, '<style></style>').replace('<!DOCTYPE html>', '');
  for (const [tag, closing, name = '', rest = '', selfClosing] of body.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*(\/?)>|<[^>]*>?/g,
  )) {
    // Only elements of a picture close themselves.
    if (name === '' || (selfClosing === '/' && !open.includes('svg'))) throw new Error(`not a tag: ${tag}`);
    if (closing === '/') {
      const last = open.pop();
      if (last !== name) throw new Error(`</${name}> closes <${last ?? ''}>`);
      continue;
    }
    const attributes = Object.fromEntries(
      [...rest.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map((one) => [one[1] ?? '', one[2] ?? '']),
    );
    tags.push({ name, attributes });
    if (!VOID.has(name) && selfClosing !== '/') open.push(name);
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(' ')}`);
  return tags;
}
