import { isTrue } from './xlsx-workbook.ts';

const RAISED = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079';

/** Digits that stand above the line: 10 with a raised 1 behind it is no hundred and one. */
export function raisedDigits(text: string): string {
  return text.replace(/\d/g, (digit) => RAISED.charAt(Number(digit)));
}

/** How the run of a rich text is set that is being read; both go by what `val` says. */
export interface RunFormat {
  readonly clear: () => void;
  readonly vertAlign: (value: string | null) => void;
  readonly strike: (value: string | null) => void;
  /** A piece of the run as it is read. */
  readonly placed: (text: string) => string;
}

/** Follows the format of one run after the other. */
export function runFormat(): RunFormat {
  let isRaised = false;
  let isStruck = false;
  return {
    clear() {
      isRaised = false;
      isStruck = false;
    },
    vertAlign(value) {
      isRaised = value === 'superscript';
    },
    strike(value) {
      isStruck = value === null || isTrue(value);
    },
    placed(text) {
      const placed = isRaised ? raisedDigits(text) : text;
      return isStruck ? setApart(placed) : placed;
    },
  };
}

/** What is struck out, set apart from what stands in its place: 99 struck out before 10 is no 9910. */
function setApart(text: string): string {
  return ` ${text} `;
}
