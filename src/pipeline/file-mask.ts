import { candidateExtension } from '../find/candidate.ts';
import { maskedStem } from '../normalise/masked-names.ts';
import type { Mask } from '../normalise/personal-text.ts';

/** A mask for names of files, which leaves them the extension of a return. */
export function fileMask(mask: Mask): Mask {
  return (name) => {
    const extension = candidateExtension(name);
    return maskedStem(name, mask, extension) + extension;
  };
}
