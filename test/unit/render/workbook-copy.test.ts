import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { stateOfCopy } from '../../../src/render/workbook-copy.ts';
import { smallTemplate } from '../../support/filled-workbook.ts';

const builtin = source(readFileSync(new URL('../../../templates/report.xlsx', import.meta.url)));
const PROPERTY = 'docProps/custom.xml';

function source(bytes: Uint8Array) {
  return { file: 'report.xlsx', text: '', bytes };
}

/** The built-in workbook with one part changed. */
function changed(name: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(builtin.bytes);
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] ?? new Uint8Array()))) });
}

test.each([
  ['as it was written', builtin.bytes, { kind: 'copy', edited: false, stale: false }],
  ['saved again', changed('docProps/core.xml', (text) => text), { kind: 'copy', edited: true, stale: false }],
  [
    'of what the built-in one was before',
    changed(PROPERTY, (text) => text.replace(/sha256:\w/, 'sha256:')),
    { kind: 'copy', edited: true, stale: true },
  ],
  ['a workbook of one’s own', await smallTemplate({ a: [['{{title}}']] }), { kind: 'own', edited: true, stale: false }],
  ['no workbook at all', strToU8('PK'), { kind: 'own', edited: true, stale: false }],
])('a copy %s', async (_name, bytes, expected) => {
  expect(await stateOfCopy(source(bytes), builtin)).toEqual(expected);
});

test('there may be no built-in one', async () => {
  expect(await stateOfCopy(builtin, undefined)).toEqual({ kind: 'own', edited: true, stale: false });
});
