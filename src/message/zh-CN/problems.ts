import type { ProblemWordings } from '../wording.ts';
import { fileWord } from './file-words.ts';

/** Mistakes of use and of the surroundings. */
export const PROBLEMS: ProblemWordings = {
  SCHEME_FAULTY: ({ folder, faults }) => `报表制度“${folder}”有 ${faults} 处错误：`,
  TEMPLATES_FAULTY: ({ faults }) => `模板有 ${faults} 处错误：`,
  SETTINGS_FAULTY: ({ path, faults }) => `“${path}”有 ${faults} 处错误：`,
  PATH_NOT_FOUND: ({ path }) => `找不到“${path}”，请核对文件夹或文件的名称。`,
  PATH_UNREADABLE: ({ path }) => `“${path}”打不开，请确认有读取权限。`,
  NO_CANDIDATE_FILE: ({ paths }) =>
    `在${paths.map((path) => `“${path}”`).join('、')}里没有找到报送件（xlsx、csv 等表格文件）。`,
  WORKSPACE_SEVERAL: ({ folders }) =>
    `这些路径属于不同的工作区（${folders.join('、')}），设置不能同时采用，请分开运行。`,
  RETURNS_NOT_FOUND: ({ folder, wanted }) =>
    `“${folder}”里没有“${wanted}”这样的报送件文件夹；请建立文件夹、用 --period 指定报告期，或在命令后写明路径。`,
  PERIOD_NOT_NAMED: () => '报送件都没有写明报告期，请用 --period 指定，例如 --period 2024Q1。',
  PERIOD_SEVERAL: ({ found }) => `报送件属于不同的报告期（${found.join('、')}），请用 --period 指定其中一个。`,
  SPAN_INCOMPLETE: ({ span, missing }) =>
    `汇总 ${span} 需要其中各期的报送件，没有找到 ${missing.join('、')} 的文件夹；请把各期的报送件分别放在以报告期命名的文件夹里。`,
  AREA_UNKNOWN: ({ area }) => `报表制度里没有“${area}”这个地区，请核对 --area。`,
  AREA_NEEDED: () => '报表制度里没有省一级地区，请用 --area 指定汇总范围。',
  OUTPUT_EXISTS: ({ path }) => `“${path}”已经存在，而且不是上次写出的样子；要覆盖请加 --force。`,
  OUTPUT_IS_RETURN: ({ path }) =>
    `“${path}”在要读取的报送件里，不能写到那里；请写到报送件文件夹之外（如果是上次写出的，请先移走）。`,
  OUTPUT_TWICE: ({ path, other }) => `“${path}”和“${other}”是同一个文件，请分别写到不同的文件。`,
  OUTPUT_IS_TABLE: ({ path }) => `“${path}”是工作区自己的文件，不能覆盖；请让 --write 写到别的文件。`,
  OUTPUT_BUSY: ({ path }) => `“${path}”正被其他程序打开，请在 Excel 或 WPS 中关闭后再运行一次。`,
  OUTPUT_LOCKED: ({ path, lock }) =>
    `“${path}”正由另一个 huizong 写入，请等它结束后再运行；如果没有别的在运行，请删除“${lock}”。`,
  STDOUT_UNWRITABLE: ({ detail }) => `结果没有写完（${fileWord(detail)}），请换一个可以写入的位置。`,
  OUTPUT_UNWRITABLE: ({ path, detail }) => `“${path}”写不进去（${fileWord(detail)}），请换一个可以写入的位置。`,
};
