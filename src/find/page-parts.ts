import type { Unpacked } from './open-bundles.ts';

/** What belongs to web pages: `page.htm` has its pictures, styles and frames in the folder `page.files` or `page_files`. */
export interface PageParts {
  /** Whether a file that may be a return only holds the frames around sheets that are files of their own. */
  isFrame(file: Unpacked): boolean;
  /** Whether a file that is passed over is a part of a page. */
  isResource(file: Unpacked): boolean;
}

const WITHIN = /^(.*)[._]files\/([^/]+)$/i;
const PAGE = /^(.*)\.html?$/i;
/** So spreadsheet programs call the sheets of a workbook that is saved as a page. */
const SHEET = /^sheet\d+\.html?$/i;

/** Finds the pages among the files of a run that may be returns. */
export function pageParts(files: readonly Unpacked[]): PageParts {
  const pages = new Set<string>();
  const framed = new Set<string>();
  for (const file of files) {
    const [, page, name = ''] = WITHIN.exec(placeOf(file)) ?? [];
    if (page !== undefined && SHEET.test(name)) framed.add(page);
    const [, base] = PAGE.exec(placeOf(file)) ?? [];
    if (base !== undefined) pages.add(base);
  }
  return {
    isFrame(file) {
      const [, page = '', name = ''] = WITHIN.exec(placeOf(file)) ?? [];
      if (framed.has(page)) return PAGE.test(name) && !SHEET.test(name);
      return framed.has(PAGE.exec(placeOf(file))?.[1] ?? '');
    },
    isResource(file) {
      const [, page = ''] = WITHIN.exec(placeOf(file)) ?? [];
      return pages.has(page);
    },
  };
}

function placeOf({ path, within }: Unpacked): string {
  const place = within === undefined ? path : `${path}/${within}`;
  return place.replaceAll('\\', '/');
}
