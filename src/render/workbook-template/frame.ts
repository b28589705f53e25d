/** What names mean at a place while a workbook is filled: the value of the innermost block, and those around it. */
export interface Frame {
  readonly context: unknown;
  readonly parent: Frame | null;
  readonly root: unknown;
  /** The innermost loop; null outside of all. */
  readonly loop: Loop | null;
  readonly named: Readonly<Record<string, unknown>> | null;
}

export interface Loop {
  readonly index: number;
  readonly key: number | string;
  readonly first: boolean;
  readonly last: boolean;
  readonly parent: Loop | null;
}

export function rootFrame(data: unknown): Frame {
  return { context: data, parent: null, root: data, loop: null, named: null };
}

/** The frames of the items of a list, or of the values of a group; none for everything else. */
export function itemFrames(value: unknown, frame: Frame, [item, place]: readonly string[] = []): readonly Frame[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? null : Object.keys(value);
  const items: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return items.map((context, index) => {
    const key = keys?.[index] ?? index;
    const loop = { index, key, first: index === 0, last: index === items.length - 1, parent: frame.loop };
    const own = item === undefined ? {} : { [item]: context };
    const named =
      item === undefined ? frame.named : { ...frame.named, ...own, ...(place === undefined ? {} : { [place]: key }) };
    return { context, parent: frame, root: frame.root, loop, named };
  });
}

/** The frame of `{{#with}}`. */
export function withFrame(context: unknown, frame: Frame, [name]: readonly string[] = []): Frame {
  const named = name === undefined ? frame.named : { ...frame.named, [name]: context };
  return { context, parent: frame, root: frame.root, loop: frame.loop, named };
}

/** Whether `{{#if}}` takes a value for true: an empty list, zero, null and an empty text are false. */
export function isTrue(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
