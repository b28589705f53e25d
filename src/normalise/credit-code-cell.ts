import type { CellContent } from '../model/grid.ts';
import { perScheme } from '../scheme/per-scheme.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { remember } from '../text/remember.ts';
import { brokenCell, cellText } from './cell-text.ts';
import { checkCreditCode, hasLostDigits, WRONG } from './credit-code.ts';
import { NO_REMARKS, type Reading, remark } from './reading.ts';

const MISSING: Reading<string | null> = { value: null, remarks: [remark('CREDIT_CODE_MISSING', {})] };
const DIGITS_LOST: Reading<string | null> = { value: null, remarks: [remark('CREDIT_CODE_DIGITS_LOST', {})] };

/** Division codes of the scheme's regions, present and former. */
const divisions: (scheme: Scheme) => ReadonlySet<string> = perScheme(
  ({ regions, formerRegions }) =>
    new Set([...regions, ...formerRegions].map(({ code }) => code).filter((code) => /^\d{6}$/.test(code))),
);

/** A reader for the cells of a credit-code column: the code when it can be trusted, else null. */
export function creditCodeReader(
  scheme: Scheme,
  isBlank: (text: string) => boolean,
): (cell: CellContent | undefined) => Reading<string | null> {
  const known = divisions(scheme);
  const readText = remember((text: string) => readCode(text, known));
  return (cell) => {
    const broken = brokenCell(cell);
    if (broken !== null) return { value: null, remarks: [broken] };
    const text = cellText(cell);
    if (text === '' || isBlank(text)) return MISSING;
    return cell?.kind === 'number' || hasLostDigits(text) ? DIGITS_LOST : readText(text);
  };
}

function readCode(text: string, divisionCodes: ReadonlySet<string>): Reading<string | null> {
  const { code, problems } = checkCreditCode(text, divisionCodes);
  const wrong = problems.find((reason) => WRONG.has(reason));
  if (wrong !== undefined) return { value: null, remarks: [remark('CREDIT_CODE_WRONG', { reason: wrong })] };
  const remarks = problems.map((reason) => remark('CREDIT_CODE_UNUSUAL', { reason }));
  return { value: code, remarks: remarks.length === 0 ? NO_REMARKS : remarks };
}
