import { elements, local, withChildren } from './xml-query.ts';
import type { XmlElement } from './xml-tree.ts';

/** What a workbook says of itself. */
export interface BookProperties {
  /** ISO date. */
  readonly date: string;
  readonly creator: string;
}

/** Who made the report of which day: nothing of who last edited the template. */
export function datedProperties(root: XmlElement, { date, creator }: BookProperties): XmlElement {
  const said: Readonly<Record<string, string>> = {
    created: `${date}T00:00:00Z`,
    modified: `${date}T00:00:00Z`,
    creator,
    lastModifiedBy: creator,
  };
  const kept = elements(root).filter((one) => !['lastPrinted', 'revision'].includes(local(one)));
  return withChildren(
    root,
    kept.map((one) => {
      const text = said[local(one)];
      return text === undefined ? one : withChildren(one, [text]);
    }),
  );
}

/** The list of sheets is not what it was, and need not be there. */
export function plainProperties(root: XmlElement): XmlElement {
  return withChildren(
    root,
    elements(root).filter((one) => !['HeadingPairs', 'TitlesOfParts', 'TotalTime'].includes(local(one))),
  );
}
