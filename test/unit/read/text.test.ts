import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { inMemory, SLICE } from '../../../src/read/byte-source.ts';
import { findDelimiter } from '../../../src/read/delimiter.ts';
import { openText } from '../../../src/read/open-text.ts';
import { textCoding } from '../../../src/read/text-encoding.ts';
import { wholeText } from '../../../src/read/utf8-chunks.ts';
import { utf8Slice } from '../../../src/read/utf8-text.ts';
import { readMap } from '../../support/read-cells.ts';
import { splitText } from '../../support/split-text.ts';

/** The text of a file with all that is known of it. */
function decoded(bytes: Buffer) {
  const coding = textCoding(inMemory(bytes));
  return coding && { ...coding, text: wholeText(bytes, coding) };
}

const TABLE = '地区,名称,数量\n广州市,协会一,1\n深圳市,协会二,2\n';

describe('encodings', () => {
  test.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(TABLE), 'utf-8'],
    ['UTF-8 with mark', Buffer.from(`\u{feff}${TABLE}`), 'utf-8'],
    ['UTF-16LE with mark', Buffer.from(`\u{feff}${TABLE}`, 'utf16le'), 'utf-16le'],
    ['UTF-16LE without mark', Buffer.from(TABLE, 'utf16le'), 'utf-16le'],
    ['UTF-16BE with mark', Buffer.from(`\u{feff}${TABLE}`, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16BE without mark', Buffer.from(TABLE, 'utf16le').swap16(), 'utf-16be'],
    ['GBK', iconv.encode(TABLE, 'gbk'), 'gb18030'],
    ['GB18030', iconv.encode(`${TABLE}𠮷㐂`, 'gb18030'), 'gb18030'],
  ])('%s', (_, bytes, encoding) => {
    const found = decoded(bytes);
    expect(found).toMatchObject({ encoding, broken: false, unclear: false });
    expect(found?.text.startsWith(TABLE)).toBe(true);
  });

  test.each<[string, string]>([
    ['utf8', ''],
    ['utf16le', ''],
    ['utf-16be', ''],
    ['gb18030', ''],
    ['utf8', 'sep=;\n'],
    ['gb18030', 'sep=;\n'],
  ])('byte order marks of %s are no part of the text, however many: %j', async (encoding, line) => {
    const text = `${line}"地区";"a;b"\n广州市;1\n`;
    for (const marks of ['\u{feff}', '\u{feff}\u{feff}']) {
      const { cells, codes } = await readMap(iconv.encode(marks + text, encoding));
      expect(Object.values(cells)).toEqual(['text:地区', 'text:a;b', 'text:广州市', 'text:1']);
      expect(codes).toEqual([]);
    }
  });

  test.each(['utf8', 'gb18030', 'big5'])('a zero byte behind a line end makes no UTF-16 of %s', (encoding) => {
    for (const [line, other] of [
      ['廣州市,12', '深圳市,3'],
      ['廣州市,協會,12', 'abc,de,1'],
      ['中山市', '中'],
    ]) {
      for (const shift of ['', 'a', 'ab']) {
        const parts = [iconv.encode(`${shift}${line}\n`, encoding), Buffer.of(0), iconv.encode(`${other}\n`, encoding)];
        for (const more of [Buffer.of(), iconv.encode('1', encoding)]) {
          const found = decoded(Buffer.concat([...parts, more]));
          expect(found?.encoding ?? 'none').not.toMatch(/^utf-16/);
        }
      }
    }
  });

  test.each(['utf16le', 'utf-16be'])('%s without mark whose Chinese characters have zero bytes, too', (encoding) => {
    const text = '协会1、活动2\r\n一、开展\n开展、开展\n';
    expect(decoded(iconv.encode(text, encoding))).toMatchObject({ text, broken: false, unclear: false });
  });

  test('UTF-16 that begins with tabs is no workbook of Excel 2', async () => {
    const text = '\t\t地区\t数量\n1\t2\t广州市\t3\n';
    expect((await readMap(Buffer.from(text, 'utf16le'))).cells).toMatchObject({ C1: 'text:地区', D2: 'text:3' });
  });

  test('UTF-8 with a broken byte that happens to be valid GB18030 is UTF-8 with a broken line', () => {
    const bytes = Buffer.from('协会,活动\n活动,1\n协会,2\n');
    bytes[0] = 0xb5;
    expect(iconv.decode(bytes, 'gb18030')).not.toContain('\u{fffd}');
    expect(decoded(bytes)).toMatchObject({ encoding: 'utf-8', broken: true });
  });

  test('GB18030 that is valid UTF-8 too is read as such, and said to be', () => {
    expect(decoded(iconv.encode('茅台,1\n', 'gbk'))).toMatchObject({ text: '茅台,1\n', unclear: true });
  });

  test('many Western letters in UTF-8 are no GB18030: so an editor saves GBK that it took for Latin 1', () => {
    const western = iconv.decode(iconv.encode(TABLE.repeat(3), 'gbk'), 'latin1');
    expect(decoded(Buffer.from(western))).toMatchObject({ encoding: 'utf-8', unclear: false, text: western });
    const repeated = iconv.encode('茅台,1\n'.repeat(50), 'gbk');
    expect(decoded(repeated)).toMatchObject({ encoding: 'gb18030', unclear: true });
  });

  test('Big5 that is valid GB18030 too is said to be unclear, ordinary GB18030 is not', () => {
    expect(decoded(iconv.encode('地區,協會名稱\r\n廣州市,測試協會\r\n', 'big5'))).toMatchObject({ unclear: true });
    const plain = '地区,协会名称\n㐂瑢县,燚翀协会\n';
    expect(decoded(iconv.encode(plain, 'gb18030'))).toMatchObject({ text: plain, unclear: false });
  });

  test('texts that grow most in UTF-8, over pieces of a megabyte that part their characters', () => {
    const euros = Buffer.concat([
      iconv.encode('甲,\n', 'gbk'),
      Buffer.alloc(1_500_000, 0x80),
      iconv.encode('中', 'gbk'),
    ]);
    expect(decoded(euros)?.text.endsWith('€€中')).toBe(true);
    const text = `a${'中𠮷'.repeat(500_000)}`;
    for (const encoding of ['gb18030', 'utf16le'] as const) {
      const found = decoded(iconv.encode(`地区,协会\n${text}`, encoding));
      expect(found).toMatchObject({ broken: false });
      expect(found?.text.endsWith(text)).toBe(true);
    }
  });

  test.each(['utf8', 'gb18030', 'utf16le', 'utf-16be'])(
    'no border of a slice parts characters or line ends: %s',
    (encoding) => {
      const unit = 'a中𠮷€,\r\n';
      const size = iconv.encode(unit, encoding).length;
      for (let shift = 0; shift < size; shift++) {
        const text = `地区,协会\r\n${'x'.repeat(shift)}${unit.repeat(Math.ceil(SLICE / size) + 1)}\r末`;
        const bytes = iconv.encode(text, encoding);
        const opened = openText(inMemory(bytes), bytes.length);
        let joined = '';
        opened?.eachPiece((piece, isLast) => {
          if (isLast) joined = piece.toString();
          return isLast ? piece.length : 0;
        });
        expect(opened).toMatchObject({ broken: false });
        expect(joined === `${text.slice(0, -2)}\n末`).toBe(true);
      }
    },
  );

  test('a late first Chinese character', () => {
    const ascii = 'a,b,c\n'.repeat(20_000);
    expect(decoded(iconv.encode(`${ascii}中`, 'gbk'))?.text.endsWith('中')).toBe(true);
  });

  test('one broken line does not spoil the others', async () => {
    const lines = TABLE.split('\n').map((line) => iconv.encode(`${line}\n`, 'gbk'));
    const broken = Buffer.concat([
      lines[0] ?? Buffer.of(),
      Buffer.from([0xb9, 0xe3, 0xff, 0x2c, 0x78, 0x2c, 0x0a]),
      lines[2] ?? Buffer.of(),
    ]);
    const { cells, codes } = await readMap(broken);
    expect(cells).toMatchObject({ A1: 'text:地区', A2: 'error:广\u{fffd}', B2: 'text:x', A3: 'text:深圳市' });
    expect(codes).toEqual(['ENCODING_BROKEN A2']);
  });

  test('each broken line among many sound ones, long and short, stands alone', () => {
    const sound = iconv.encode('广州市,1\n', 'gbk');
    const long = iconv.encode(`${'深圳市'.repeat(5000)}\n`, 'gbk');
    const broken = Buffer.from([0xb9, 0xe3, 0xff, 0x2c, 0x0a]);
    const blocks = Array.from({ length: 300 }, (_, at) => (at % 7 === 0 ? broken : at % 50 === 1 ? long : sound));
    const text = decoded(Buffer.concat([...blocks, broken.subarray(0, 3)]))?.text;
    const lines = blocks.map((block) =>
      block === broken ? '广\u{fffd},\n' : block === long ? `${'深圳市'.repeat(5000)}\n` : '广州市,1\n',
    );
    expect(text).toBe(`${lines.join('')}广\u{fffd}`);
  });

  test.each(['utf8', 'gb18030'])(
    'a broken line of megabytes in %s is taken in parts, which no character is lost by',
    (encoding) => {
      const line = '深圳市,'.repeat(400_000);
      const found = decoded(
        Buffer.concat([iconv.encode('广州\n', encoding), Buffer.of(0xff), iconv.encode(`${line}\n甲\n`, encoding)]),
      );
      expect(found).toMatchObject({ broken: true });
      expect(found?.text === `广州\n\u{fffd}${line}\n甲\n`).toBe(true);
    },
  );

  test('GBK lines after UTF-8', async () => {
    const { cells, codes } = await readMap(
      Buffer.concat([Buffer.from(TABLE), iconv.encode('珠海市,协会三,3\n', 'gbk')]),
    );
    expect(cells).toMatchObject({ A3: 'text:深圳市', C4: 'text:3' });
    expect(codes).toEqual(['ENCODING_BROKEN A4', 'ENCODING_BROKEN B4']);
  });

  test('bytes that are no text', () => {
    expect(decoded(Buffer.from(Array.from({ length: 4096 }, (_, place) => (place * 7919) % 256)))).toBeNull();
  });
});

test('any part of a text is decoded as it is encoded', () => {
  const unit = fc.oneof(
    fc.constantFrom('a', '\u{7f}', '\u{80}', '\u{7ff}', '\u{800}', '\u{ffff}', '𐀀', '\u{10ffff}'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  );
  const text = fc.string({ unit, maxLength: 30 });
  fc.assert(
    fc.property(text, text, fc.constantFrom(1, 60), (before, part, times) => {
      const bytes = Buffer.from(`${before}${part.repeat(times)}${before}`);
      const from = Buffer.byteLength(before);
      expect(utf8Slice(bytes, from, bytes.length - from)).toBe(part.repeat(times));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  [',', 0, TABLE],
  [';', 0, TABLE.replaceAll(',', ';')],
  ['\t', 0, TABLE.replaceAll(',', '\t')],
  ['|', 0, TABLE.replaceAll(',', '|')],
  ['，', 0, TABLE.replaceAll(',', '，')],
  ['、', 0, TABLE.replaceAll(',', '、')],
  [';', 1, 'sep=;\r\na;b\r\n'],
  [',', 1, '"sep=,"\na,b\n'],
  [',', 0, 'no table\n'],
  [',', 0, '注：甲、乙、丙、丁、戊\na,b,c\n1,2,3\n'],
  [';', 0, 'a;b;c\n"1,2,3,4";2;3\n"1,2,3,4";2;3\n'],
  ['\t', 0, 'a\tb\n1,5\t2\n1,6\t3\n'],
])('delimiter %j after %i lines', (delimiter, skippedLines, text) => {
  expect(findDelimiter(text)).toMatchObject({ delimiter, skippedLines });
});

/** Records as `line:field|field`, lines with an open quote as `line!`. */
function records(text: string): readonly string[] {
  const told: string[] = [];
  let fields: string[] = [];
  splitText(text, ',', {
    field(_, column, field) {
      fields[column - 1] = field;
    },
    end(line, count) {
      told.push(`${line}:${Array.from({ length: count }, (_, place) => fields[place] ?? '').join('|')}`);
      fields = [];
    },
    openQuote: (line) => told.push(`${line}!`),
  });
  return told;
}

test.each<[string, string, readonly string[]]>([
  ['plain', 'a,b\nc,d', ['1:a|b', '2:c|d']],
  ['CRLF and LF', 'a,b\r\nc\nd\r\n', ['1:a|b', '2:c', '3:d']],
  ['empty lines', 'a\n\n\nb\n', ['1:a', '2:', '3:', '4:b']],
  ['quoted', '"a,b",c\n"d""e",f\n', ['1:a,b|c', '2:d"e|f']],
  ['empty quotes', '"",""\n', ['1:|']],
  ['line breaks in quotes', 'x\n"a\nb\r\nc",d\ny\n', ['1:x', '2:a\nb\r\nc|d', '5:y']],
  ['bare quotes', 'a"b"c,d\n5",6"\n', ['1:a"b"c|d', '2:5"|6"']],
  ['a space before a quote', 'a, "b",c\n', ['1:a| "b"|c']],
  ['a quote never closed', 'a\n"b,c\nd,e\n', ['1:a', '2!', '2:"b|c', '3:d|e']],
  ['a quote that only a later field would close', '"b,c\nd,"e"\nf,g\n', ['1!', '1:"b|c', '2:d|e', '3:f|g']],
  ['text after a closing quote', '"a" b,c\nd\n', ['1!', '1:"a" b|c', '2:d']],
  ['a quote at the very end', 'a,"', ['1!', '1:a|"']],
  ['a quoted last record', 'a\n"b"', ['1:a', '2:b']],
  ['quoted after plain after quoted', '"a"\nb\n"c"\n', ['1:a', '2:b', '3:c']],
  ['nothing but delimiters', ',,\n,\r\n,', ['1:||', '2:|', '3:|']],
  ['empty fields around others', ',,a,,b,,\n,"c",,\n', ['1:||a||b||', '2:|c||']],
  ['a quote after empty fields', ',,"a\n\nb",\n,,"c\n', ['1:||a\n\nb|', '4!', '4:||"c']],
  ['quoted records around empty lines', '"a"\n\n"b"\n', ['1:a', '2:', '3:b']],
])('records: %s', (_, text, expected) => {
  expect(records(text)).toEqual(expected);
});

test('many quoted records', () => {
  const told = records('"a\nb",c\n'.repeat(2500));
  expect(told).toHaveLength(2500);
  expect(told[2499]).toBe('4999:a\nb|c');
});

test.each([
  ['line feeds', '\n', 1],
  ['line ends of two characters', '\r\n', 1],
  ['delimiters at every line', ',,\n', 3],
  ['quotes around nothing', '"",""\n', 2],
])('a text of %s: no field is looked at, every record is counted', (_, unit, fields) => {
  const told = { fields: 0, ends: 0, wrong: 0, last: 0 };
  splitText(unit.repeat(100_000), ',', {
    field: () => told.fields++,
    end(line, count) {
      told.ends++;
      told.last = line;
      if (count !== fields) told.wrong++;
    },
    openQuote: () => told.wrong++,
  });
  expect(told).toEqual({ fields: 0, ends: 100_000, wrong: 0, last: 100_000 });
});

describe('grids of text', () => {
  test('cells stand at field and line', async () => {
    const { workbook, cells } = await readMap(Buffer.from('\n甲,,丙\n"a\nb",x\ny\n'));
    expect(workbook).toMatchObject({ format: 'csv', grids: [{ sheet: null }] });
    expect(cells).toEqual({ A2: 'text:甲', C2: 'text:丙', A3: 'text:a\nb', B3: 'text:x', A5: 'text:y' });
  });

  test('texts stay as they are', async () => {
    const { cells } = await readMap(Buffer.from('0012, 1e5 ,=5\n'));
    expect(cells).toEqual({ A1: 'text:0012', B1: 'text: 1e5 ', C1: 'text:=5' });
  });

  test('texts that are written as formulas, so that spreadsheets keep their zeros', async () => {
    const { cells } = await readMap(Buffer.from('甲,="0012","=""5,1""",末\n'));
    expect(cells).toEqual({ A1: 'text:甲', B1: 'text:0012', C1: 'text:5,1', D1: 'text:末' });
  });

  test('a quoted field beyond all measure is an open quote', async () => {
    const long = `"${'a'.repeat(2 ** 20 + 1)}\n"`;
    expect((await readMap(Buffer.from(`x,1\n${long},2\ny,3\n`))).codes).toContain('TEXT_QUOTE_OPEN 2');
    expect((await readMap(Buffer.from(`x,1\n"${'a'.repeat(2 ** 20)}",2\ny,3\n`))).codes).not.toContain(
      'TEXT_QUOTE_OPEN 2',
    );
  });

  test('quotes that close over many lines, but for the last, are followed no more than so often', async () => {
    const text = `${'"a\na",'.repeat(200_000)}"a"x\n`;
    expect(await readMap(Buffer.from(text))).toMatchObject({ workbook: null, codes: ['FILE_DAMAGED'] });
  }, 10_000);

  test('old line ends within and around quotes, and at the end', async () => {
    const { cells } = await readMap(Buffer.from('甲,"a\rb"\r"c\r\nd",e\r\n"f\ng"\r'));
    expect(cells).toEqual({ A1: 'text:甲', B1: 'text:a\nb', A3: 'text:c\r\nd', B3: 'text:e', A5: 'text:f\ng' });
  });

  test('old and mixed line ends', async () => {
    expect((await readMap(Buffer.from('a,1\rb,2\r'))).cells).toEqual({
      A1: 'text:a',
      B1: 'text:1',
      A2: 'text:b',
      B2: 'text:2',
    });
    expect((await readMap(Buffer.from('a\r\nb\nc\rd\n'))).cells).toEqual({
      A1: 'text:a',
      A2: 'text:b',
      A3: 'text:c',
      A4: 'text:d',
    });
  });

  test('line ends of a long old text are made alike piece by piece, neither pairs nor characters parted', async () => {
    const long = 'a'.repeat(30_000);
    for (const shift of ['', 'a', 'aa', 'aaa']) {
      const lines = [shift, ...Array.from({ length: 80 }, (_, at) => `${long}${at % 2 === 0 ? '𠮷' : ''}`), 'b'];
      const ends = lines.map((_, at) => (at % 3 === 0 ? '\r' : '\r\n'));
      const { text } = decoded(Buffer.from(lines.map((line, at) => line + ends[at]).join(''))) ?? { text: '' };
      expect(text).toHaveLength(lines.join('').length + ends.join('').length);
      const { workbook } = await readMap(Buffer.from(text));
      const { texts, rowNumbers } = workbook?.grids[0] ?? { texts: [], rowNumbers: [] };
      expect([...texts]).toEqual(lines.filter((line) => line !== ''));
      expect(rowNumbers.at(-1)).toBe(lines.length);
    }
  });

  test('rows of other lengths are told where they matter', async () => {
    const rows = ['填报单位,甲', 'a,b,c,d', '1,2,3,4', '1,2,3,4,5', '1,2,3,4,,,', '1,2,3', '合计,9', '注：x'];
    expect((await readMap(Buffer.from(rows.join('\n')))).codes).toEqual(['TEXT_ROW_LENGTH 4', 'TEXT_ROW_LENGTH 6']);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['a wider table', ['a,b', 'x,1', 'y,2', 'z,3', '', 'c,d,e,f', 'x,1,2,3', 'y,1,2,3'], []],
    ['a narrower one', ['a,b,c,d', 'x,1,2,3', 'y,1,2,3', '标题', 'c,d,e', 'x,1,2', 'y,1,2'], []],
    ['one below another', ['a,b', 'x,1', 'y,2', 'z,3', 'c,d,e', 'x,1,2', 'c,d,e,f', 'x,1,2,3'], []],
    [
      'rows of the next table',
      ['a,b', 'x,1', 'y,2', 'z,3', 'c,d,e', 'x,1,2', 'y,1,2,3', 'z,1,2'],
      ['TEXT_ROW_LENGTH 7'],
    ],
    ['a row without numbers', ['a,b', 'x,1', 'x,y,z', 'y,2', 'x,y,z'], ['TEXT_ROW_LENGTH 3', 'TEXT_ROW_LENGTH 5']],
    ['rows with numbers', ['a,b', 'x,1', 'x,1,2', 'y,1,2', 'z,1'], ['TEXT_ROW_LENGTH 3', 'TEXT_ROW_LENGTH 4']],
  ])('tables below one another have lengths of their own: %s', async (_, rows, codes) => {
    expect((await readMap(Buffer.from(rows.join('\n')))).codes).toEqual(codes);
  });

  test('what databases write for nothing is nothing', async () => {
    const { cells } = await readMap(Buffer.from('a,b,c,d\nNULL,null,\\N,(Null)\nNULLS,N,(,\\\n'));
    const header = { A1: 'text:a', B1: 'text:b', C1: 'text:c', D1: 'text:d' };
    expect(cells).toEqual({ ...header, A3: 'text:NULLS', B3: 'text:N', C3: 'text:(', D3: 'text:\\' });
  });

  test('commas of a letter part nothing: each of its lines is a cell', async () => {
    const { cells, workbook } = await readMap(Buffer.from('省厅：\n我市本季度未开展活动，特此零报告。\n某局\n'));
    expect(cells).toEqual({ A1: 'text:省厅：', A2: 'text:我市本季度未开展活动，特此零报告。', A3: 'text:某局' });
    expect(workbook?.format).toBe('text');
  });

  test('more columns than a sheet has', async () => {
    const { cells, codes } = await readMap(Buffer.from(`${','.repeat(16_383)}x,y\n`));
    expect(cells).toEqual({ XFD1: 'text:x' });
    expect(codes).toEqual(['TEXT_ROW_LENGTH 1']);
  });
});
