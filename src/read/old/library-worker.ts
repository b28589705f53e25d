import { stderr, stdout } from 'node:process';
import { parentPort } from 'node:worker_threads';
import * as library from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel';
import { PackageError } from '../../ooxml/package-error.ts';
import type { LibraryAnswer, LibraryMessage, LibraryRequest } from './library-protocol.ts';
import { libraryGrids } from './library-sheet.ts';

// Runs in a thread of its own: on some damaged files the library never returns, and on others it takes all memory.
library.set_cptable(codePages);
// It also remarks on what it reads, which nobody asked it to.
stdout.write = () => true;
stderr.write = () => true;

const port = parentPort;
port?.on('message', (request: LibraryRequest) => {
  const answer = answerTo(request);
  port.postMessage(answer, 'grids' in answer ? answer.grids.flatMap(buffersOf) : []);
});
port?.postMessage({ ready: true } satisfies LibraryMessage);

function answerTo({ file, bytes, codePage, cells }: LibraryRequest): LibraryAnswer {
  try {
    const workbook = library.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      type: 'buffer',
      dense: true,
      // Formats and layout; never formulas, formatted texts or dates made by the library.
      cellNF: true,
      cellStyles: true,
      cellFormula: false,
      cellText: false,
      cellHTML: false,
      cellDates: false,
      ...(codePage === null ? {} : { codepage: codePage }),
    });
    return libraryGrids(workbook, file, cells);
  } catch (error) {
    return error instanceof PackageError ? { fault: error.fault, limit: error.limit } : { fault: 'root' };
  }
}

/** What is moved to the other thread rather than copied. */
function buffersOf(
  grid: {
    readonly [Part in 'rowNumbers' | 'rowStarts' | 'columns' | 'kinds' | 'values']: {
      readonly buffer: ArrayBufferLike;
    };
  },
): readonly ArrayBuffer[] {
  return [grid.rowNumbers, grid.rowStarts, grid.columns, grid.kinds, grid.values]
    .map(({ buffer }) => buffer)
    .filter((buffer) => buffer instanceof ArrayBuffer);
}
