import { type Zippable, zipSync } from 'fflate';
import iconv from 'iconv-lite';

/** A zip bundle with names in UTF-8 that say so. */
export function bundleBytes(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const parts: Zippable = {};
  for (const [name, content] of Object.entries(files)) parts[name] = Buffer.from(content);
  return Buffer.from(zipSync(parts));
}

/** A zip bundle with names in GBK that do not say so, as Chinese Windows makes it. */
export function gbkBundleBytes(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const names = Object.keys(files).map((name) => iconv.encode(name, 'gbk'));
  const stand = (at: number) => String(at).padEnd(names[at]?.length ?? 0, '_');
  const bytes = bundleBytes(Object.fromEntries(Object.values(files).map((content, at) => [stand(at), content])));
  names.forEach((name, place) => {
    const stood = Buffer.from(stand(place));
    for (let at = bytes.indexOf(stood); at >= 0; at = bytes.indexOf(stood, at + 1)) name.copy(bytes, at);
  });
  return bytes;
}
