const RAISED = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079';

/** Digits that stand above the line: 10 with a raised 1 behind it is no hundred and one. */
export function raisedDigits(text: string): string {
  return text.replace(/\d/g, (digit) => RAISED.charAt(Number(digit)));
}

/** What is struck out, set apart from what stands in its place: 99 struck out before 10 is no 9910. */
export function setApart(text: string): string {
  return ` ${text} `;
}
