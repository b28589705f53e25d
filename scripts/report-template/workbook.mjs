// The workbook that the report is filled into, sheet by sheet.
import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { details } from './details.mjs';
import { groups, matrix, regions, task } from './figures.mjs';
import { grafted, markPart } from './graft.mjs';
import { coverage, findings, setAside, sources } from './lists.mjs';
import { overall, overview } from './overview.mjs';

const SHEETS = [overview, overall, regions, matrix, task, groups, coverage, findings, setAside, details, sources];

/** Version of the data that templates are given. */
const DATA_VERSION = 1;

/** The bytes of the template; `finishWorkbook` and `zipParts` are those of the program. */
export async function reportTemplate({ finishWorkbook, zipParts }) {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = workbook.lastModifiedBy = 'huizong';
  workbook.created = workbook.modified = new Date(0);
  const pages = SHEETS.map((make) => make(workbook));
  const parts = unzipSync(await finishWorkbook(grafted(new Uint8Array(await workbook.xlsx.writeBuffer()), pages)));
  const marked = (mark) => new Map(Object.entries({ ...parts, 'docProps/custom.xml': markPart(mark) }));
  const made = marked(`report.xlsx ${DATA_VERSION} sha256:${hashOf(marked(''))}`);
  return zipParts((put) => {
    for (const [name, bytes] of made) put(name, bytes);
  });
}

/** Of what a workbook holds, not of how it is packed: copies do not get old when the next version packs it otherwise. */
function hashOf(parts) {
  const hash = createHash('sha256');
  for (const name of [...parts.keys()].sort()) {
    const bytes = parts.get(name);
    hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
