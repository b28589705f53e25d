import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readMap } from '../../../support/read-cells.ts';

const cellsOf = async (html: string) => (await readMap(Buffer.from(html))).cells;

describe('cells', () => {
  test('are text as it stands', async () => {
    const { cells, codes, workbook } = await readMap(
      Buffer.from(`<html><body><table border=1>
<tr><th>地区<td x:str='1'>编号</td></tr>
<TR><TD align=right>0012<td style="mso-number-format:'\\@'">441302199001011234</TR>
</table></body></html>`),
    );
    expect(cells).toEqual({ A1: 'text:地区', B1: 'text:编号', A2: 'text:0012', B2: 'text:441302199001011234' });
    expect(codes).toEqual([]);
    expect(workbook).toMatchObject({ format: 'html', grids: [{ sheet: 'Sheet1' }] });
  });

  test.each([
    ['line breaks', '甲<br>乙<br/><p>丙</p>丁', '甲\n乙\n丙\n丁'],
    ['white space', '  甲 \n\t 乙&nbsp;&nbsp;丙 ', '甲 乙 丙'],
    ['references without end', '&ltb&lt甲&#65甲&#x4E;&#1234567890;&a;&#;&#x;&', '&ltb<甲A甲N&#1234567890;&a;&#;&#x;&'],
    ['references to no character', '&#0;&#xD800;&#x110000;&#128512;', '&#0;&#xD800;&#x110000;😀'],
    ['references', '&lt;1&gt; &amp; &#20108;&#x4e09; &middot; &unknown; a&b', '<1> & 二三 · &unknown; a&b'],
    ['markup within', '<b>甲</b><a href="x>y">乙</a><font color=red>丙</font>', '甲乙丙'],
    ['comments and scripts', '甲<!-- <td>x</td> --><script>"</td><td>"</script><![if !x]>乙<![endif]>', '甲乙'],
    ['lone signs', 'a < b, 3<5', 'a < b, 3<5'],
    ['the choice of a list', '<select><option>全部<option selected>甲</option><option>乙</select>丙', '甲丙'],
    ['a list of which nothing is chosen', '<select><option> 全部 </option><option>甲</option></select>', '全部'],
    ['several choices', '<select multiple><option selected>甲<option>乙<option selected>丙</select>', '甲、丙'],
    ['a list that is never closed', '<select><option>甲<option>乙', '甲'],
    [
      'fields that are filled in',
      '<input value="12"><input type=number value=3> <textarea>甲\n乙</textarea>',
      '12 3 甲 乙',
    ],
    [
      'fields that nobody sees',
      '甲<input type=hidden value=1><input type=button value=查询><input type=checkbox value=1>',
      '甲',
    ],
    [
      'parts that nobody sees',
      '<span style="display: none">01<span>2</span><br>3</span>甲<b style="display:none">x</b>',
      '甲',
    ],
    ['what is struck out', '<s>99</s>10 <del>8</del>甲<strike>7</strike>', '99 10 8 甲 7'],
    ['a field that is hidden', '<input value=10 style="display:none"><input value=9 hidden>10', '10'],
    [
      'what browsers never show',
      '甲<noscript>1</noscript><template><b>2</b></template><datalist><option>乙</datalist><iframe>3</iframe>',
      '甲',
    ],
    ['raised digits', '10<sup>1</sup>2, m<sup>2</sup>', '10¹2, m²'],
    ['raised digits that never end', '10<sup>1', '10¹'],
    ['parts that an attribute hides', '<b hidden>1</b>甲<i style="visibility: hidden">2</i>', '甲'],
    [
      'properties that hide nothing',
      '<b style="overflow:hidden; backface-visibility:hidden">1</b><b aria-hidden=true>2</b>',
      '12',
    ],
    [
      'parts that a class hides',
      '<style>.a, span.b {x:y; DISPLAY:none}</style><b class="x a">1</b><span class=b>2</span>甲',
      '甲',
    ],
    ['a class that its own style shows', '<style>.a{display:none}</style><b class=a style="display:inline">1</b>', '1'],
    [
      'classes that some rule shows, or only paper hides',
      '<style>.a{display:none}.a.on{display:block}\n@media print{.b{color:red}.c{display:none}}</style><b class=a>1</b><b class=c>2</b>',
      '12',
    ],
    ['a hidden part that never ends', '甲<span style="display:none">01', '甲'],
    ['a box that is ticked', '<input type="checkbox" checked>是', '☑是'],
  ])('with %s', async (_, content, wanted) => {
    expect(await cellsOf(`<table><tr><td>${content}</td><td>末</td></tr></table>`)).toEqual({
      A1: `text:${wanted}`,
      B1: 'text:末',
    });
  });

  test('that are empty leave their place free', async () => {
    expect(await cellsOf('<table><tr><td>&nbsp;<td></td><td>3</table>')).toEqual({ C1: 'text:3' });
  });
});

test('white space and words of any number in one cell', async () => {
  const space = ' \n'.repeat(100_000);
  expect(await cellsOf(`<table><tr><td>${space}甲${space}乙${space}<td>丙</table>`)).toEqual({
    A1: 'text:甲 乙',
    B1: 'text:丙',
  });
  const { cells, codes } = await readMap(Buffer.from(`<table><tr><td>${'ab '.repeat(100_000)}<td>丙</table>`));
  expect(cells).toEqual({ A1: `text:${'ab '.repeat(11_000).slice(0, 32_767)}`, B1: 'text:丙' });
  expect(codes).toEqual(['CELL_TEXT_CUT A1']);
});

test('attributes behind all that a tag may need are passed over', async () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `a${at}=1`).join(' ');
  const rows = (attributes: string) => `<table><tr><td ${attributes} rowspan=2>甲<td>乙<tr><td>丙</table>`;
  expect(await cellsOf(rows(many(5000)))).toEqual({ A1: 'text:甲', B1: 'text:乙', B2: 'text:丙' });
  expect(await cellsOf(rows(many(50_000)))).toEqual({ A1: 'text:甲', B1: 'text:乙', A2: 'text:丙' });
});

test('a long value is one attribute, whatever it says', async () => {
  const long = `title="${'x '.repeat(50_000)} colspan=9 style='display:none' ${'x '.repeat(50_000)}" rowspan=2`;
  expect(await cellsOf(`<table><tr><td ${long}>甲<td>乙<tr><td>丙</table>`)).toEqual({
    A1: 'text:甲',
    B1: 'text:乙',
    B2: 'text:丙',
  });
});

test('references in a text of any length', async () => {
  const many = '&amp;'.repeat(20_000);
  for (const before of ['', 'a', 'ab', 'abc', 'abcd']) {
    const { A1: cell } = await cellsOf(`<table><tr><td>${before}${many}</td></tr></table>`);
    expect(cell).toBe(`text:${before}${'&'.repeat(20_000)}`);
  }
});

describe('spans', () => {
  test('become merges, and what follows goes around them', async () => {
    const { cells, workbook } = await readMap(
      Buffer.from(`<table><tr><td rowspan=2>地区</td><td colspan="2">场次</td><td rowspan=3>末</td></tr>
<tr><td>本期</td><td>累计</td></tr><tr><td>广州</td><td>1</td><td>2</td></tr></table>`),
    );
    expect(cells).toEqual({
      ...{ A1: 'text:地区', B1: 'text:场次', D1: 'text:末', B2: 'text:本期', C2: 'text:累计' },
      ...{ A3: 'text:广州', B3: 'text:1', C3: 'text:2' },
    });
    expect(workbook?.grids[0]?.merges).toEqual([
      { top: 1, bottom: 2, left: 1, right: 1 },
      { top: 1, bottom: 1, left: 2, right: 3 },
      { top: 1, bottom: 3, left: 4, right: 4 },
    ]);
  });

  test('end with their table', async () => {
    const { workbook } = await readMap(Buffer.from('<table><tr><td rowspan=99>甲<td>乙<tr><td>丙</table>'));
    expect(workbook?.grids[0]?.merges).toEqual([{ top: 1, bottom: 2, left: 1, right: 1 }]);
  });

  test('without end are a finding', async () => {
    const cell = '<td colspan=1000 rowspan=65534>';
    const html = `<table>${`<tr>${cell.repeat(16)}`.repeat(2000)}</table>`;
    expect((await readMap(Buffer.from(html))).codes).toContain('FILE_TOO_LARGE');
  });
});

describe('the page', () => {
  test('gives its tables one below another, and the lines outside of them', async () => {
    expect(
      await cellsOf(`<html><head><title>x</title></head><body><div>统计表</div><p>单位：万元</p>
<table><tr><td>1</td></tr></table><table><caption>附</caption><tr><td>2</td></tr></table><div>注：略</div></body></html>`),
    ).toEqual({
      A1: 'text:统计表',
      A2: 'text:单位：万元',
      A3: 'text:1',
      A5: 'text:附',
      A6: 'text:2',
      A7: 'text:注：略',
    });
  });

  test('reads tables within cells as tables of their own', async () => {
    expect(await cellsOf('<table><tr><td>题<table><tr><td>1<td>2</tr></table>尾</td><td>旁</td></tr></table>')).toEqual(
      { A1: 'text:题', A2: 'text:1', B2: 'text:2', A3: 'text:尾', A4: 'text:旁' },
    );
  });

  test('keeps text that stands between cells', async () => {
    expect(await cellsOf('<table><tr><td>1</td></tr><tr>漏<td>2</td></tr></table>后')).toEqual({
      ...{ A1: 'text:1', A2: 'text:2', A3: 'text:漏', A4: 'text:后' },
    });
  });

  test('tells hidden rows and the name of its sheet', async () => {
    const { workbook } = await readMap(
      Buffer.from(`<html><head><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:Name>台账</x:Name></x:ExcelWorkbook></xml><![endif]--></head>
<body><table><tr><td>1</td></tr><tr style='display: none'><td>2</td></tr></table></body></html>`),
    );
    expect(workbook?.grids[0]).toMatchObject({ sheet: '台账', hiddenRows: new Set([2]) });
  });

  test.each<[string, string, string]>([
    ['GB2312, as it says', 'gb2312', 'gb18030'],
    ['GBK, though it says nothing', '', 'gb18030'],
    ['UTF-8, though it says GB2312', 'gb2312', 'utf-8'],
    ['Big5, as it says', 'big5', 'big5'],
  ])('in %s', async (_, declared, encoding) => {
    const meta = declared === '' ? '' : `<meta http-equiv="Content-Type" content="text/html; charset=${declared}">`;
    const html = `<html><head>${meta}</head><body><table><tr><td>廣州市</td></tr></table></body></html>`;
    const { cells, codes } = await readMap(iconv.encode(html, encoding));
    expect(cells).toEqual({ A1: 'text:廣州市' });
    expect(codes).toEqual([]);
  });

  test('with broken bytes has errors there', async () => {
    const html = Buffer.concat([
      iconv.encode('<table><tr><td>甲\n<td>乙', 'gb18030'),
      Buffer.of(0xff),
      Buffer.from('</table>'),
    ]);
    const { cells, codes } = await readMap(html);
    expect(cells).toMatchObject({ A1: 'text:甲' });
    expect(codes).toEqual(['ENCODING_BROKEN B1']);
  });
});

describe('what is no sound page of tables', () => {
  test.each([
    ['cut short within a table', '<html><body><table><tr><td>1</td></tr><tr><td>2', 'FILE_DAMAGED'],
    ['without a table', '<html><body><p>请先登录</p></body></html>', 'FILE_UNSUPPORTED'],
    ['nested without end', '<table><tr><td>'.repeat(200), 'FILE_DAMAGED'],
  ])('is refused: %s', async (_, html, code) => {
    const { workbook, codes } = await readMap(Buffer.from(html));
    expect([workbook, codes]).toEqual([null, [code]]);
  });

  test('a table that the end of its page closes is whole', async () => {
    expect(await cellsOf('<html><body><table><tr><td>1</td></tr></body></html>')).toEqual({ A1: 'text:1' });
  });

  test.each([
    ['tags without end', '<a '],
    ['quotation marks without end', '<a b="'],
    ['comments without end', '<!--'],
    ['scripts without end', '<script>'],
    ['end tags', '</table></td>'],
    // Quadratic work on so many would take longer than any test may.
  ])('is read in linear time: %s', async (_, piece) => {
    const html = `<table><tr><td>1</td></tr></table>${piece.repeat(400_000)}`;
    expect(await cellsOf(html)).toHaveProperty('A1', 'text:1');
  });
});

test('rows of a table or section that is hidden are hidden rows', async () => {
  const row = (text: string) => `<tr><td>${text}</td></tr>`;
  const page = `<div hidden>甲<table>${row('1')}</table></div><table>${row('2')}<tbody style="display:none">${row('3')}
<tbody>${row('4')}</table><div class=tab><div><table>${row('5')}</table></div></div><table style="display:none">${row('6')}</table><table>
${row('7')}</table><style>.tab{display:none}</style>`;
  const { cells, workbook } = await readMap(Buffer.from(page));
  expect(Object.values(cells)).toEqual(['1', '2', '3', '4', '5', '6', '7'].map((text) => `text:${text}`));
  const rows = Object.entries(cells).map(([place, text]) => [Number(place.slice(1)), text.slice(-1)] as const);
  const hidden = workbook?.grids[0]?.hiddenRows;
  expect(rows.filter(([at]) => hidden?.has(at)).map(([, text]) => text)).toEqual(['1', '3', '5', '6']);
});

test('no cell reaches beyond its section of the table', async () => {
  const { cells, workbook } = await readMap(
    Buffer.from(`<table><thead><tr><td rowspan=9>甲<td>乙</thead><tbody><tr><td rowspan=3>1<td>2</tr><tr><td>3</tr></tbody>
<tbody><tr><td>4<td>5</tr></tbody></table>`),
  );
  expect(cells).toEqual({
    A1: 'text:甲',
    B1: 'text:乙',
    A2: 'text:1',
    B2: 'text:2',
    B3: 'text:3',
    A4: 'text:4',
    B4: 'text:5',
  });
  expect(workbook?.grids[0]?.merges).toMatchObject([{ top: 2, left: 1, bottom: 3, right: 1 }]);
});

test('hidden cells in the places that merged ones cover have no place of their own', async () => {
  const hidden = '<td style="display:none"></td>';
  const page = `<table><tr><td colspan=2>甲</td>${hidden}<td rowspan=2>乙</td></tr>
<tr><td>1</td><td>2</td>${hidden}<td>3</td></tr><tr><td style="display:none">id</td><td>4</td></tr></table>`;
  expect(await cellsOf(page)).toEqual({
    A1: 'text:甲',
    C1: 'text:乙',
    A2: 'text:1',
    B2: 'text:2',
    D2: 'text:3',
    // One that covers nothing is a column like others.
    A3: 'text:id',
    B3: 'text:4',
  });
});
