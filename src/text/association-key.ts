import { matchKey } from './match-key.ts';
import { remember } from './remember.ts';

const BRACKETS = /[()[\]{}〔〕【】〈〉《》]/gu;

/** The key of an association's name: its match key without brackets (what they hold still counts). */
export const associationKey: (name: string) => string = remember((name) => matchKey(name).replace(BRACKETS, ''));
