import { inOnePiece } from './in-one-piece.ts';
import { matchKey } from './match-key.ts';
import { remember } from './remember.ts';

const BRACKETS = /[()[\]{}〔〕【】〈〉《》]/gu;

/** The key of an association's name: its match key without brackets (what they hold still counts). */
export const associationKey: (name: string) => string = remember((name) =>
  inOnePiece(matchKey(name).replace(BRACKETS, '')),
);

/** What an association goes by is its credit code or else the key of its name: of other lengths it is the latter. */
export const CODE_LENGTH = 18;
