import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { bundleBytes } from '../support/bundle-bytes.ts';
import { testEffects, testSink } from '../support/effects.ts';
import { odsBytes } from '../support/ods-bytes.ts';

const folder = mkdtempSync(join(tmpdir(), 'huizong-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The report as JSON and the exit code; null where there is none. */
async function reportOf(cwd: string, ...paths: readonly string[]) {
  const stdout = testSink();
  const options = ['--area', '440000', '--period', '2024Q1', '--as-of', '2024-04-20'];
  const effects = testEffects({ stdout, stderr: testSink(), cwd });
  const exit = await main(['report', ...paths, ...options, '-f', 'json', '-o', '-'], effects);
  return { exit, report: exit === 0 ? JSON.parse(stdout.text()) : null };
}

const stateIn = (report: { coverage: { bureaus: { name: string; state: string }[] } }) => (name: string) =>
  report.coverage.bureaus.find((one) => one.name === name)?.state;

test('a document in the place of a return counts as received and rejected, beside one it is passed over', async () => {
  const ledger =
    '任务类别,社会组织名称,活动名称,活动类型,开展时间,提供岗位数\n助力就业,甲协会,招聘会,招聘活动,2024-02-20,10\n';
  writeFileSync(join(folder, '东莞市.csv'), ledger);
  writeFileSync(join(folder, '东莞市情况说明.pdf'), '%PDF-1.7');
  writeFileSync(join(folder, '惠州市.pdf'), '%PDF-1.7');
  mkdirSync(join(folder, '深圳市'));
  writeFileSync(join(folder, '深圳市', '台账.jpg'), Buffer.from('ffd8ffe000', 'hex'));
  writeFileSync(join(folder, '通知.doc'), 'x');
  const packed = {
    '汕头市.csv': ledger,
    '汕头市情况说明.docx': 'x',
    '河源市/扫描件.png': Buffer.from('89504e470d0a1a0a', 'hex'),
  };
  writeFileSync(join(folder, '全省.zip'), bundleBytes(packed));
  const { report } = await reportOf(folder, '.');
  const { sources, findings } = report;
  expect(['东莞市', '汕头市', '河源市', '惠州市', '深圳市', '珠海市'].map(stateIn(report))).toEqual([
    'accepted',
    'accepted',
    'rejected',
    'rejected',
    'rejected',
    'missing',
  ]);
  expect(sources.map(({ file }: { file: string }) => file)).toEqual([
    '东莞市.csv',
    '全省.zip/汕头市.csv',
    '全省.zip/河源市/扫描件.png',
    '惠州市.pdf',
    '深圳市/台账.jpg',
  ]);
  const told = (code: string) =>
    findings.filter((one: { code: string }) => one.code === code).map(({ file }: { file: string }) => file);
  // By bureau.
  expect(told('FILE_UNSUPPORTED')).toEqual(['深圳市/台账.jpg', '全省.zip/河源市/扫描件.png', '惠州市.pdf']);
  expect(told('FILE_PASSED_OVER')).toEqual(['东莞市情况说明.pdf', '全省.zip/汕头市情况说明.docx', '通知.doc']);
});

test('a table that has lost its extension is a return when it is all that a bureau sent', async () => {
  const lost = join(folder, 'lost');
  mkdirSync(join(lost, '韶关市'), { recursive: true });
  const ledger =
    '任务类别,社会组织名称,活动名称,活动类型,开展时间,提供岗位数\n助力就业,甲协会,招聘会,招聘活动,2024-02-20,10\n';
  for (const name of ['东莞市.csv', '东莞市.csv.bak', '惠州市台账', '深圳市台账.xlsx(1)', '韶关市/台账']) {
    writeFileSync(join(lost, name), ledger);
  }
  // Another form, a copy of what is there, and one beside a file that cannot be read.
  writeFileSync(join(lost, '中山市.csv'), ledger);
  writeFileSync(join(lost, '中山市统计表'), '指标,本期\n招聘会场次,3\n提供岗位数,10\n');
  writeFileSync(join(lost, '中山市.csv(1)'), ledger);
  writeFileSync(join(lost, '汕头市.xlsx'), Buffer.from('504b0304', 'hex'));
  writeFileSync(join(lost, '汕头市台账'), ledger);
  writeFileSync(join(lost, '珠海市说明.md'), '珠海市的台账正在填写。\n');
  writeFileSync(join(lost, '江门市.csv.baiduyun.p.downloading'), ledger);
  writeFileSync(join(lost, '茂名市.xlsx.lnk'), 'L');
  writeFileSync(join(lost, '河源市.slk'), 'ID;PWXL;N;E\nC;Y1;X1;K"1"\nE\n');
  const { report } = await reportOf(lost, '.');
  expect(['东莞市', '惠州市', '深圳市', '韶关市', '河源市', '珠海市'].map(stateIn(report))).toEqual([
    'accepted',
    'accepted',
    'accepted',
    'accepted',
    'rejected',
    'missing',
  ]);
  const told = report.findings.map(({ code, file }: { code: string; file: string }) => `${code} ${file}`);
  expect(told.filter((one: string) => one.startsWith('FILE_'))).toEqual([
    'FILE_DAMAGED 汕头市.xlsx',
    'FILE_UNSUPPORTED 河源市.slk',
    'FILE_PASSED_OVER 东莞市.csv.bak',
    'FILE_PASSED_OVER 中山市.csv(1)',
    'FILE_PASSED_OVER 江门市.csv.baiduyun.p.downloading',
    'FILE_PASSED_OVER 珠海市说明.md',
    'FILE_PASSED_OVER 茂名市.xlsx.lnk',
  ]);
  const hintOf = (name: string) => report.findings.find(({ file }: { file: string }) => file === name)?.hint;
  expect(hintOf('江门市.csv.baiduyun.p.downloading')).toContain('请等下载完成');
  expect(hintOf('茂名市.xlsx.lnk')).toContain('文件本身');
  expect(hintOf('珠海市说明.md')).toContain('请报送电子表格');
  const filesOf = (name: string) =>
    report.sources.filter(
      ({ state, file }: { state: string; file: string }) => state === 'counted' && file.startsWith(name),
    );
  expect(filesOf('中山市').map(({ forms }: { forms: string[] }) => forms)).toEqual([['ledger'], ['summary']]);
  expect(filesOf('汕头市')).toMatchObject([{ file: '汕头市台账' }]);
  expect((await reportOf(lost, '韶关市')).report.coverage).toMatchObject({ accepted: 1 });
  mkdirSync(join(lost, 'none'));
  writeFileSync(join(lost, 'none', 'readme.md'), '# none\n');
  expect((await reportOf(lost, 'none')).exit).toBe(2);
});

test('a letter written as a text is passed over beside a return, and received when it is all that was sent', async () => {
  const letters = join(folder, 'letters');
  mkdirSync(letters);
  const ledger =
    '任务类别,社会组织名称,活动名称,活动类型,开展时间,提供岗位数\n助力就业,甲协会,招聘会,招聘活动,2024-02-20,10\n';
  const letter = (city: string) =>
    `省民政厅：\n    现将我市2024年第一季度行业协会商会六项重点任务台账报上，请审阅。\n${city}民政局\n2024年4月8日\n`;
  writeFileSync(join(letters, '东莞市.csv'), ledger);
  writeFileSync(join(letters, '东莞市民政局的函.txt'), letter('东莞市'));
  writeFileSync(join(letters, '说明.txt'), '各位同事：\n    请查收，谢谢。\n');
  writeFileSync(join(letters, '惠州市民政局的函.txt'), letter('惠州市'));
  writeFileSync(join(letters, '深圳市.txt'), '深圳市民政局2024年第一季度未开展相关活动。\n特此零报告。\n');
  writeFileSync(join(letters, '珠海市.eml'), 'From: a@example.com\nSubject: x\nMIME-Version: 1.0\n\n附件：台账\n');
  const { report } = await reportOf(letters, '.');
  const { findings } = report;
  expect(['东莞市', '惠州市', '深圳市', '珠海市'].map(stateIn(report))).toEqual([
    'accepted',
    'rejected',
    'accepted',
    'rejected',
  ]);
  const told = findings.map(({ code, file }: { code: string; file: string }) => `${code} ${file}`);
  expect(told.filter((one: string) => !one.startsWith('CREDIT'))).toEqual([
    'FILE_UNSUPPORTED 珠海市.eml',
    'HEADER_NOT_FOUND 惠州市民政局的函.txt',
    'FILE_PASSED_OVER 东莞市民政局的函.txt',
    'FILE_PASSED_OVER 说明.txt',
  ]);
});

test('a part of a split archive or an OpenDocument text that is all of a bureau is received, a folder named as a return is told', async () => {
  const odd = join(folder, 'odd');
  for (const name of ['珠海市.xlsx', '汕头市.xlsx', '韶关市.zip', '河源市'])
    mkdirSync(join(odd, name), { recursive: true });
  const ledger =
    '任务类别,社会组织名称,活动名称,活动类型,开展时间,提供岗位数\n助力就业,甲协会,招聘会,招聘活动,2024-02-20,10\n';
  const zip = bundleBytes({ '台账.csv': ledger });
  const half = zip.length >> 1;
  writeFileSync(join(odd, '惠州市.zip.001'), zip.subarray(0, half));
  writeFileSync(join(odd, '惠州市.zip.002'), zip.subarray(half));
  // Beside a return it is passed over, whatever its bytes look like.
  writeFileSync(join(odd, '东莞市.csv'), ledger);
  writeFileSync(join(odd, '东莞市.z01'), ledger);
  // Not even a volume that looks like a return is one.
  writeFileSync(join(odd, '中山市.z01'), ledger);
  writeFileSync(join(odd, '江门市.part1.rar'), Buffer.from('526172211a0700', 'hex'));
  writeFileSync(join(odd, '茂名市.zip.001.download'), zip);
  writeFileSync(join(odd, '深圳市.odt'), odsBytes({ tables: '<text:p>文</text:p>', body: 'text' }));
  writeFileSync(join(odd, '佛山市.odg'), odsBytes({ tables: '', body: 'drawing' }));
  writeFileSync(join(odd, '汕头市.xlsx', '说明.pdf'), '%PDF-1.7');
  writeFileSync(join(odd, '韶关市.zip', '韶关市.csv'), ledger);
  const { report } = await reportOf(odd, '.');
  const { findings } = report;
  const states = Object.fromEntries(
    ['东莞市', '韶关市', '惠州市', '中山市', '江门市', '深圳市', '佛山市', '珠海市', '汕头市', '河源市', '茂名市'].map(
      (name) => [name, stateIn(report)(name)],
    ),
  );
  expect(states).toEqual({
    东莞市: 'accepted',
    韶关市: 'accepted',
    惠州市: 'rejected',
    中山市: 'rejected',
    江门市: 'rejected',
    深圳市: 'rejected',
    佛山市: 'rejected',
    珠海市: 'missing',
    汕头市: 'rejected',
    河源市: 'missing',
    茂名市: 'missing',
  });
  const told = findings.map(({ code, file }: { code: string; file: string }) => `${code} ${file}`).toSorted();
  expect(told).toEqual([
    'FILE_PASSED_OVER 东莞市.z01',
    'FILE_PASSED_OVER 汕头市.xlsx',
    'FILE_PASSED_OVER 珠海市.xlsx',
    'FILE_PASSED_OVER 茂名市.zip.001.download',
    'FILE_UNSUPPORTED 中山市.z01',
    'FILE_UNSUPPORTED 佛山市.odg',
    'FILE_UNSUPPORTED 惠州市.zip.001',
    'FILE_UNSUPPORTED 惠州市.zip.002',
    'FILE_UNSUPPORTED 汕头市.xlsx/说明.pdf',
    'FILE_UNSUPPORTED 江门市.part1.rar',
    'FILE_UNSUPPORTED 深圳市.odt',
  ]);
  const messageOf = (name: string) => findings.find(({ file }: { file: string }) => file === name);
  expect(messageOf('惠州市.zip.001')).toMatchObject({
    message: expect.stringContaining('分卷'),
    hint: expect.stringContaining('解压'),
  });
  expect(messageOf('深圳市.odt')).toMatchObject({ hint: expect.stringContaining('另存为') });
  expect(messageOf('珠海市.xlsx')).toMatchObject({ message: expect.stringContaining('文件夹') });
});
