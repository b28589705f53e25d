// Reads files with one reader in this process and prints what it cost, as JSON. Used by read.mjs and whole.mjs.
import { createReadStream, readFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { inflateRawSync } from 'node:zlib';

const [reader, ...files] = process.argv.slice(2);

/** A million rows are more cells than one file may hold otherwise. */
const LARGE = { textMegabytes: 400, cells: 20_000_000 };

/** The least that any reader must do: inflate all parts and look at every byte. */
async function floor() {
  const { openZip } = await import('../dist/ooxml/zip.js');
  return (bytes) => {
    let found = 0;
    const zip = openZip(bytes);
    for (const { offset, compressedSize, size, method } of zip.entries) {
      const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
      const data = bytes.subarray(start, start + compressedSize);
      const part = method === 8 ? inflateRawSync(data, { chunkSize: Math.max(1024, size + 1) }) : data;
      for (let at = 0; at < part.length; at++) if (part[at] === 0x3c) found++;
    }
    return found;
  };
}

async function ours() {
  const { readWorkbook } = await import('../dist/read/read-file.js');
  const limits = { ...(await import('../dist/ooxml/read-limits.js')).DEFAULT_READ_LIMITS, ...LARGE };
  return async (bytes, file) => {
    const { value } = await readWorkbook(bytes, file, limits);
    return value.grids.reduce((sum, grid) => sum + grid.values.length, 0);
  };
}

async function exceljs() {
  const { default: ExcelJS } = await import('exceljs');
  return async (bytes) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes);
    let cells = 0;
    workbook.eachSheet((sheet) => {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (cell.value !== null && (!cell.isMerged || cell.master === cell)) cells++;
        });
      });
    });
    return cells;
  };
}

async function sheetjs() {
  const { read } = await import('@e965/xlsx');
  return (bytes) => {
    const { Sheets } = read(bytes, { dense: true, cellDates: true });
    let cells = 0;
    for (const sheet of Object.values(Sheets)) {
      for (const row of sheet['!data'] ?? []) for (const cell of row ?? []) if (cell?.v !== undefined) cells++;
    }
    return cells;
  };
}

/** Record by record: a million rows at once would need gigabytes. */
async function csvParse() {
  const { parse } = await import('csv-parse');
  return async (_, file) => {
    let fields = 0;
    const parser = createReadStream(file).pipe(parse({ bom: true, relax_column_count: true }));
    parser.on('readable', () => {
      for (let record = parser.read(); record !== null; record = parser.read()) {
        for (const field of record) if (field !== '') fields++;
      }
    });
    await finished(parser);
    return fields;
  };
}

const read = await { floor, ours, exceljs, sheetjs, 'csv-parse': csvParse }[reader]();
const begin = performance.now();
let result = 0;
for (const file of files) result += await read(reader === 'csv-parse' ? null : readFileSync(file), file);
const milliseconds = performance.now() - begin;
console.log(JSON.stringify({ result, milliseconds, rss: process.resourceUsage().maxRSS / 1024 }));
