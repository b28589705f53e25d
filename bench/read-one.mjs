// Reads files with one reader in this process and prints what it cost, as JSON. Used by read.mjs.
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const [reader, ...files] = process.argv.slice(2);

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
  return async (bytes, file) => {
    const { value } = await readWorkbook(bytes, file);
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

const read = await { floor, ours, exceljs }[reader]();
const begin = performance.now();
let result = 0;
for (const file of files) result += await read(readFileSync(file), file);
const milliseconds = performance.now() - begin;
console.log(JSON.stringify({ result, milliseconds, rss: process.resourceUsage().maxRSS / 1024 }));
