import { matchKey } from './match-key.ts';

const BRACKETS = /[()[\]{}〔〕【】〈〉《》]/gu;

/** The key of an association's name: its match key without brackets (what they hold still counts). */
export function associationKey(name: string): string {
  return matchKey(name).replace(BRACKETS, '');
}
