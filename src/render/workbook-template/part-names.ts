/** Names of parts for copies: the first copy keeps that of the template. */
export interface PartNames {
  /** A name like `part` that no other part has, and that has the same content type. */
  readonly fresh: (part: string) => string;
  /** The content type of parts by what they are copies of. */
  readonly copied: ReadonlyMap<string, string>;
}

export function partNames(parts: Iterable<string>): PartNames {
  const taken = new Set([...parts].map((part) => part.toLowerCase()));
  const copied = new Map<string, string>();
  return {
    fresh(part) {
      const [, stem = part, extension = ''] = /^(.*?)\d*(\.[^./]*)$/.exec(part) ?? [];
      let number = 1;
      while (taken.has(`${stem}${number}${extension}`.toLowerCase())) number++;
      const name = `${stem}${number}${extension}`;
      taken.add(name.toLowerCase());
      copied.set(name, part);
      return name;
    },
    copied,
  };
}

/** What a relationship of a part writes to point at another: the way from its folder, which all readers follow. */
export function targetFrom(source: string, part: string): string {
  const from = source.split('/').slice(0, -1);
  const to = part.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
