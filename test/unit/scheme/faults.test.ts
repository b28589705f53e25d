import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FAULT_TEXT } from '../../../src/scheme/fault-text.ts';
import { builtinSchemeFolder } from '../../../src/scheme/load.ts';
import { WORKSPACE_FAULTS } from '../workspace/workspace-faults.ts';
import { all, cell, type Edit, faultsOf, replaced } from './broken-scheme.ts';

interface Case {
  readonly name: string;
  readonly file: string;
  readonly edit: Edit;
  /** `LINE CODE what the text must hold`, one for each fault, in order; `-` for a fault without a line. */
  readonly told: readonly string[];
}

const WORDS = readFileSync(join(builtinSchemeFolder(), 'scheme.yaml'), 'utf8').split('\n');

/** Line of `scheme.yaml` that holds a text first: its lists grow. */
function line(text: string): number {
  return WORDS.findIndex((one) => one.includes(text)) + 1;
}

const CASES: readonly Case[] = [
  // Files and headings
  { name: 'missing file', file: 'rules.csv', edit: () => null, told: ['- FILE_MISSING'] },
  {
    name: 'neither UTF-8 nor GB18030',
    file: 'zones.csv',
    edit: () => Uint8Array.of(0x69, 0x64, 0xff, 0xff, 0x0a),
    told: ['- ENCODING_UNREADABLE'],
  },
  {
    name: 'a quotation mark that is not closed',
    file: 'zones.csv',
    edit: replaced('深汕特别', '"深汕特别'),
    told: ['5 TABLE_UNREADABLE'],
  },
  { name: 'an empty table', file: 'rules.csv', edit: () => '', told: ['1 TABLE_WITHOUT_ROWS'] },
  {
    name: 'a misspelt column',
    file: 'zones.csv',
    edit: replaced('short_names', 'shortnames'),
    told: ['1 COLUMN_MISSING did you mean shortnames?', '1 COLUMN_UNKNOWN did you mean short_names?'],
  },
  {
    name: 'a further column',
    file: 'zones.csv',
    edit: (text) => text.replace(/$/gm, ',x').replace(',x', ',note').replace(/,x$/, ''),
    told: ['1 COLUMN_UNKNOWN "note"'],
  },
  {
    name: 'a column twice',
    file: 'zones.csv',
    edit: (text) => text.replace(/^(.+)$/gm, '$1,').replace('alias_of,', 'alias_of,alias_of'),
    told: ['1 COLUMN_TWICE alias_of'],
  },
  {
    name: 'a comma that is not quoted',
    file: 'rules.csv',
    edit: replaced('associations active cannot exceed', 'associations active, cannot exceed'),
    told: ['2 ROW_TOO_LONG the row has 11 cells, the heading has 10'],
  },
  // Ids and values
  {
    name: 'an id twice',
    file: 'activity-types.csv',
    edit: cell('id', 't6_issue', 'id', 't6_proposal'),
    told: ['25 ID_TWICE "t6_proposal" is already used at activity-types.csv:24'],
  },
  {
    name: 'a code twice',
    file: 'regions.csv',
    edit: cell('code', '445303', 'code', '445302'),
    told: ['142 ID_TWICE regions.csv:141'],
  },
  {
    name: 'an indicator called as a column',
    file: 'indicators.csv',
    edit: cell('id', 'tx_fee_relief_enterprises', 'id', 'outcome'),
    told: ['57 ID_TWICE columns.csv'],
  },
  {
    name: 'a wrongly spelled id',
    file: 'tasks.csv',
    edit: cell('id', 'tx', 'id', 'TX'),
    told: ['9 ID_SPELLING', '9 TASK_WITHOUT_INDICATORS'],
  },
  {
    name: 'a wrongly spelled code',
    file: 'former-regions.csv',
    edit: cell('code', '440102', 'code', '44010'),
    told: ['2 ID_SPELLING six digits'],
  },
  {
    name: 'a zone that is not named after its city',
    file: 'zones.csv',
    edit: cell('id', '440300-dapeng', 'id', '440100-dapeng'),
    told: ['6 ID_SPELLING'],
  },
  {
    name: 'a zone called own level',
    file: 'zones.csv',
    edit: cell('id', '440300-dapeng', 'id', '440300-self'),
    told: ['6 ID_SPELLING'],
  },
  {
    name: 'a rule id without its capital letter',
    file: 'rules.csv',
    edit: cell('id', 'L101', 'id', 'l101'),
    told: ['2 ID_SPELLING such as L101'],
  },
  {
    name: 'empty names',
    file: 'tasks.csv',
    edit: all(cell('id', 't1', 'name_zh', ''), cell('id', 't2', 'short_zh', ' ')),
    told: ['3 VALUE_MISSING name_zh', '4 VALUE_MISSING short_zh'],
  },
  {
    name: 'values that are not allowed',
    file: 'indicators.csv',
    edit: all(
      cell('id', 't1_upgrade_events', 'kind', 'flows'),
      cell('id', 't1_upgrade_events', 'tier', ''),
      cell('id', 't1_upgrade_events', 'type', 'Integer'),
    ),
    told: [
      '7 VALUE_NOT_ALLOWED kind is "flows", but must be one of: flow, stock, distinct',
      '7 VALUE_NOT_ALLOWED tier is ""',
      '7 VALUE_NOT_ALLOWED type is "Integer"',
    ],
  },
  {
    name: 'a column type that is not known',
    file: 'columns.csv',
    edit: cell('id', 'outcome', 'type', 'string'),
    told: ['31 VALUE_NOT_ALLOWED'],
  },
  {
    name: 'a form that is not known',
    file: 'columns.csv',
    edit: cell('id', 'outcome', 'forms', 'ledger|report'),
    told: ['31 VALUE_NOT_ALLOWED "report"'],
  },
  {
    name: 'bad numbers',
    file: 'indicators.csv',
    edit: all(
      cell('id', 't3_amount_signed', 'decimals', '2.5'),
      cell('id', 't4_rural_funds', 'decimals', '9'),
      cell('id', 't5_trained', 'decimals', '1'),
    ),
    told: ['27 NUMBER_WRONG "2.5"', '33 NUMBER_WRONG from 0 to 6', '45 NUMBER_WRONG since the type is integer'],
  },
  {
    name: 'a bad year',
    file: 'former-regions.csv',
    edit: cell('code', '440102', 'retired', '1899'),
    told: ['2 NUMBER_WRONG'],
  },
  {
    name: 'a number without unit and joint',
    file: 'columns.csv',
    edit: all(cell('id', 'participants', 'unit', ''), cell('id', 'participants', 'joint', '')),
    told: ['18 VALUE_MISSING joint', '18 VALUE_MISSING unit'],
  },
  {
    name: 'a text with unit, joint and values',
    file: 'columns.csv',
    edit: all(
      cell('id', 'venue', 'unit', '个'),
      cell('id', 'venue', 'joint', 'once'),
      cell('id', 'venue', 'values', '室内'),
    ),
    told: [
      '14 VALUE_NOT_EMPTY joint is "once"',
      '14 VALUE_NOT_EMPTY unit is "个"',
      '14 VALUE_NOT_EMPTY values is "室内"',
    ],
  },
  {
    name: 'a list of values that is empty',
    file: 'columns.csv',
    edit: cell('id', 'part', 'values', ''),
    told: ['15 VALUE_MISSING values'],
  },
  {
    name: 'a column that the program needs',
    file: 'columns.csv',
    edit: cell('id', 'venue', 'id', 'place'),
    told: ['2 COLUMN_NEEDED "venue"'],
  },
  // References
  {
    name: 'an unknown task',
    file: 'activity-types.csv',
    edit: cell('id', 't1_upgrade', 'task', 't11'),
    told: ['3 REFERENCE_UNKNOWN (did you mean t1'],
  },
  {
    name: 'no task',
    file: 'indicators.csv',
    edit: cell('id', 'tx_fee_relief_enterprises', 'task', ''),
    told: ['57 VALUE_MISSING task'],
  },
  {
    name: 'a task without indicators',
    file: 'tasks.csv',
    edit: (text) => `${text}t9,10,任务九,九,ninth,,\n`,
    told: ['10 TASK_WITHOUT_INDICATORS t9'],
  },
  {
    name: 'a headline of another task',
    file: 'tasks.csv',
    edit: cell('id', 't1', 'headline', 't2_hkmo_served'),
    told: ['3 REFERENCE_WRONG an indicator of t1'],
  },
  {
    name: 'a parent that does not exist',
    file: 'indicators.csv',
    edit: cell('id', 't1_leader_led_new', 'parent', 't1_emerging_assoc_neu'),
    told: ['5 REFERENCE_UNKNOWN did you mean t1_emerging_assoc_new'],
  },
  {
    name: 'a parent of another task',
    file: 'indicators.csv',
    edit: cell('id', 't1_leader_led_new', 'parent', 't6_reports'),
    told: ['5 REFERENCE_WRONG an indicator of t1'],
  },
  {
    name: 'parents in a circle',
    file: 'indicators.csv',
    edit: cell('id', 't1_emerging_assoc_new', 'parent', 't1_leader_led_new'),
    told: [
      '4 CIRCULAR t1_emerging_assoc_new > t1_leader_led_new > t1_emerging_assoc_new',
      '5 CIRCULAR t1_leader_led_new > t1_emerging_assoc_new > t1_leader_led_new',
    ],
  },
  {
    name: 'a parent of itself',
    file: 'indicators.csv',
    edit: cell('id', 't1_leader_led_new', 'parent', 't1_leader_led_new'),
    told: ['5 CIRCULAR t1_leader_led_new > t1_leader_led_new'],
  },
  {
    name: 'rollup columns and types that do not fit',
    file: 'indicators.csv',
    edit: all(
      cell('id', 't1_leader_led_new', 'rollup_yes', 'outcome'),
      cell('id', 't1_upgrade_events', 'rollup_yes', 'adoptd'),
      cell('id', 't1_enterprises_served', 'rollup', 'sum(firms)'),
      cell('id', 't2_talent_trainings', 'rollup_types', 't5_training'),
      cell('id', 't2_talent_trained', 'rollup_types', 't2_talent_training|t2_talent_training'),
      cell('id', 't4_charity_events', 'rollup_types', 't4_charities'),
    ),
    told: [
      '5 REFERENCE_WRONG a column of type boolean',
      '7 REFERENCE_UNKNOWN "adoptd", which does not stand in columns.csv (did you mean adopted?)',
      '8 REFERENCE_WRONG a column of type integer or decimal',
      '15 REFERENCE_WRONG an activity type of t2',
      '16 ITEM_TWICE',
      '34 REFERENCE_UNKNOWN did you mean t4_charity',
    ],
  },
  {
    name: 'rollups that are none or do not fit',
    file: 'indicators.csv',
    edit: all(
      cell('id', 't0_assoc_registered', 'rollup', 'count'),
      cell('id', 't0_assoc_active', 'rollup', 'sum(enterprises)'),
      cell('id', 't1_emerging_assoc_new', 'rollup', 'distinct(association)'),
      cell('id', 't1_upgrade_events', 'rollup', 'counts'),
      cell('id', 't1_enterprises_served', 'rollup', 'sum(title)'),
      cell('id', 't1_mfg_enterprises_served', 'rollup', ''),
      cell('id', 't3_amount_signed', 'rollup', 'sum(participants)'),
      cell('id', 't3_projects_signed', 'rollup', 'sum(funds)'),
    ),
    told: [
      '2 ROLLUP_KIND stock cannot have the rollup count',
      '3 ROLLUP_KIND distinct cannot have the rollup sum(enterprises)',
      '4 ROLLUP_KIND flow cannot have the rollup distinct(association)',
      '7 ROLLUP_WRONG "counts"',
      '8 REFERENCE_WRONG a column of type integer or decimal',
      '9 VALUE_NOT_EMPTY rollup_types',
      '26 REFERENCE_WRONG a column of type integer',
      '26 UNITS_DIFFER the unit is "个", but the column "funds" that is summed is in "万元"',
      '27 UNITS_DIFFER "万元"',
    ],
  },
  {
    name: 'required for a type that does not exist',
    file: 'columns.csv',
    edit: cell('id', 'funds', 'required_for', 't4_charity|t4_x'),
    told: ['26 REFERENCE_UNKNOWN t4_x'],
  },
  // Regions
  {
    name: 'parents of regions',
    file: 'regions.csv',
    edit: all(
      cell('code', '440103', 'parent_code', '440104'),
      cell('code', '440105', 'parent_code', '449999'),
      cell('code', '440106', 'parent_code', ''),
      cell('code', '440111', 'parent_code', '440000'),
    ),
    told: [
      '4 REFERENCE_WRONG not a city',
      '6 REFERENCE_UNKNOWN 449999',
      '7 VALUE_MISSING parent_code',
      '8 REFERENCE_WRONG not a city',
    ],
  },
  {
    name: 'no province',
    file: 'regions.csv',
    edit: all(cell('code', '440000', 'level', 'county'), cell('code', '440000', 'parent_code', '440100')),
    told: ['2 PROVINCE_COUNT there are 0'],
  },
  {
    name: 'a province with a parent',
    file: 'regions.csv',
    edit: cell('code', '440000', 'parent_code', '440100'),
    told: ['2 VALUE_NOT_EMPTY the province has no parent'],
  },
  {
    name: 'tiles of regions',
    file: 'regions.csv',
    edit: all(
      cell('code', '440100', 'tile_row', ''),
      cell('code', '440103', 'tile_column', '1'),
      cell('code', '440200', 'tile_column', '20'),
      cell('code', '440300', 'tile_column', 'x'),
      cell('code', '440400', 'tile_column', '03'),
    ),
    told: [
      '3 VALUE_MISSING tile_row',
      '4 VALUE_NOT_EMPTY only cities have it',
      '15 NUMBER_WRONG 20',
      '26 NUMBER_WRONG x',
      '129 ID_TWICE tile_column,tile_row "3,3"',
    ],
  },
  {
    name: 'orders of regions',
    file: 'regions.csv',
    edit: all(
      cell('code', '440100', 'order', ''),
      cell('code', '440103', 'order', '1'),
      cell('code', '440300', 'order', '3'),
    ),
    told: ['3 VALUE_MISSING order', '4 VALUE_NOT_EMPTY only cities have it', '36 ID_TWICE regions.csv:26'],
  },
  {
    name: 'two counties of one city with one name',
    file: 'regions.csv',
    edit: cell('code', '440104', 'short_name', '荔湾'),
    told: ['5 NAME_TWICE "荔湾" already means something else at 440103'],
  },
  {
    name: 'zones',
    file: 'zones.csv',
    edit: all(
      cell('id', '440300-dapeng', 'kind', 'zone'),
      cell('id', '440300-shenshan', 'alias_of', '440300'),
      cell('id', '440115', 'alias_of', ''),
      cell('id', '440112', 'alias_of', '440192'),
      cell('id', '440400-hengqin', 'short_names', '香洲'),
    ),
    told: [
      '2 NAME_TWICE "香洲" already means something else at 440402',
      '4 VALUE_MISSING alias_of',
      '5 VALUE_NOT_EMPTY the kind is unit',
      '6 VALUE_NOT_ALLOWED kind',
      '19 REFERENCE_UNKNOWN 440192',
    ],
  },
  {
    name: 'a zone of a county',
    file: 'zones.csv',
    edit: all(cell('id', '440300-dapeng', 'city', '440307'), cell('id', '440300-shenshan', 'city', '440399')),
    told: ['5 ID_SPELLING', '5 REFERENCE_UNKNOWN 440399', '6 ID_SPELLING', '6 REFERENCE_WRONG not a city'],
  },
  {
    name: 'former regions',
    file: 'former-regions.csv',
    edit: all(
      cell('code', '440107', 'successor_codes', '440193'),
      cell('code', '440116', 'successor_codes', ''),
      cell('code', '440181', 'parent_name', '广州'),
      cell('code', '440182', 'code', '440114'),
      cell('code', '440923', 'successor_codes', '440904|440904'),
    ),
    told: [
      '3 REFERENCE_UNKNOWN 440193',
      '4 VALUE_MISSING successor_codes',
      '5 REFERENCE_UNKNOWN did you mean 广州市',
      '6 REFERENCE_WRONG the region exists',
      '26 ITEM_TWICE "440904"',
    ],
  },
  // Rules
  {
    name: 'rules',
    file: 'rules.csv',
    edit: all(
      cell('id', 'L101', 'left', 't0_assoc_actve'),
      cell('id', 'L102', 'right', 't1_emerging_assoc_new * 2'),
      cell('id', 'L103', 'op', '=<'),
      cell('id', 'L104', 'when', 'year > 2024'),
      cell('id', 'L105', 'tolerance', '-1'),
      cell('id', 'L106', 'severity', 'fatal'),
      cell('id', 'L107', 'scope', 'file'),
      cell('id', 'L108', 'left', ''),
      cell('id', 'L109', 'message_zh', ''),
      cell('id', 'L110', 'id', 'L111'),
    ),
    told: [
      '2 REFERENCE_UNKNOWN did you mean t0_assoc_active',
      '3 EXPRESSION_WRONG t1_emerging_assoc_new * 2',
      '4 VALUE_NOT_ALLOWED op is "=<"',
      '5 VALUE_NOT_EMPTY when is "year > 2024"',
      '6 NUMBER_WRONG tolerance is "-1"',
      '7 VALUE_NOT_ALLOWED severity is "fatal"',
      '8 VALUE_NOT_ALLOWED scope is "file"',
      '9 VALUE_MISSING left',
      '10 VALUE_MISSING message_zh',
      '12 ID_TWICE rules.csv:11',
    ],
  },
  {
    name: 'operands of the other scope, or no numbers',
    file: 'rules.csv',
    edit: all(
      cell('id', 'L101', 'left', 'participants'),
      cell('id', 'L302', 'left', 't5_jobs_filled'),
      cell('id', 'L303', 'left', 'adopted'),
    ),
    told: [
      '2 REFERENCE_UNKNOWN does not stand in indicators.csv',
      '29 REFERENCE_UNKNOWN does not stand in columns.csv',
      '30 REFERENCE_WRONG a column of type integer or decimal',
    ],
  },
  {
    name: 'the period before, of nothing, of several things, in a row',
    file: 'rules.csv',
    edit: all(
      cell('id', 'L101', 'right', 'previous(t0_assoc_registred)'),
      cell('id', 'L102', 'right', 'previous(t1_emerging_assoc_new'),
      cell('id', 'L103', 'right', 'previous(previous(t1_enterprises_served))'),
      cell('id', 'L104', 'right', 'previous(t2_coop_platforms_total + t2_coop_platforms_new)'),
      cell('id', 'L302', 'right', 'previous(jobs_filled)'),
      cell('id', 'L303', 'right', 'enterprises + previous(t5_jobs_filled)'),
    ),
    told: [
      '2 REFERENCE_UNKNOWN right names "t0_assoc_registred", which does not stand in indicators.csv (did you mean t0_assoc_registered',
      '3 EXPRESSION_WRONG previous(a) is the value of the period before',
      '4 EXPRESSION_WRONG previous(previous(t1_enterprises_served))',
      '5 EXPRESSION_WRONG previous(t2_coop_platforms_total + t2_coop_platforms_new)',
      '29 PREVIOUS_IN_ROW right names previous(jobs_filled), but a row is of one period only',
      '30 PREVIOUS_IN_ROW only rules of scope return may name the period before',
      '30 REFERENCE_UNKNOWN does not stand in columns.csv',
    ],
  },
  // Names that would mean two things
  {
    name: 'one header for two columns',
    file: 'columns.csv',
    edit: all(cell('id', 'evidence', 'synonyms', '链接|成效'), cell('id', 'supervisor', 'name_zh', '协会名称')),
    told: [
      '10 SYNONYM_TWICE in the ledger form "协会名称" means association already',
      '32 SYNONYM_TWICE in the ledger form "成效" means outcome already',
    ],
  },
  {
    name: 'one header for two indicators, though the unit differs',
    file: 'indicators.csv',
    edit: cell('id', 't6_reports', 'synonyms', '调研次数（篇）'),
    told: ['51 SYNONYM_TWICE in the summary form "调研次数（篇）" means t6_surveys already'],
  },
  {
    name: 'one header for an indicator and a column of the summary form',
    file: 'indicators.csv',
    edit: cell('id', 't6_reports', 'synonyms', '备 注|社会组织名称'),
    told: ['51 SYNONYM_TWICE "备 注" means remark already'],
  },
  {
    name: 'names of tasks',
    file: 'tasks.csv',
    edit: all(cell('id', 't2', 'synonyms', '（一）'), cell('id', 't3', 'synonyms', '、')),
    told: ['4 NAME_TWICE "（一）" already means something else at t1', '5 NAME_UNUSABLE "、"'],
  },
  {
    name: 'names of activity types within a task',
    file: 'activity-types.csv',
    edit: cell('id', 't5_base', 'synonyms', '招聘会'),
    told: ['20 NAME_TWICE "招聘会" already means something else at t5_job_fair'],
  },
  {
    name: 'a synonym that holds nothing',
    file: 'columns.csv',
    edit: cell('id', 'evidence', 'synonyms', '*'),
    told: ['32 NAME_UNUSABLE "*"'],
  },
  // Settings
  {
    name: 'broken YAML',
    file: 'scheme.yaml',
    edit: replaced('id: guangdong-six-tasks', 'id: [guangdong-six-tasks'),
    told: ['3 YAML_UNREADABLE'],
  },
  {
    name: 'no settings at all',
    file: 'scheme.yaml',
    edit: () => '- id\n- version\n',
    told: ['1 YAML_NOT_MAPPING a key and its value'],
  },
  {
    name: 'a key twice',
    file: 'scheme.yaml',
    edit: replaced('version: "1"', 'version: "1"\nid: other'),
    told: ['4 YAML_UNREADABLE unique'],
  },
  {
    name: 'missing and unknown keys',
    file: 'scheme.yaml',
    edit: all(replaced('periodKind:', 'periodkind:'), replaced('  ofWhich:', '  ofwhich:')),
    told: [
      '2 KEY_MISSING "periodKind"',
      '6 KEY_UNKNOWN did you mean periodKind',
      `${line('words:') + 2} KEY_MISSING "words.ofWhich"`,
      `${line('ofWhich:')} KEY_UNKNOWN "words.ofwhich"`,
    ],
  },
  {
    name: 'values of the settings',
    file: 'scheme.yaml',
    edit: all(
      replaced('version: "1"', 'version:'),
      replaced('periodKind: quarter', 'periodKind: week'),
      replaced('countingRegion: location', 'countingRegion: sender'),
      replaced('changePercent: 50', 'changePercent: many'),
      replaced('changeAtLeast: 10', 'changeLeast: 10'),
      replaced('city: 15', 'city: 0'),
      replaced('severity: {}', 'severity: { DATE_FUTRE: info, L101: fatal, L102: info }'),
    ),
    told: [
      '3 KEY_SHAPE "version" must be a text',
      '6 VALUE_NOT_ALLOWED periodKind is "week"',
      '7 VALUE_NOT_ALLOWED countingRegion is "sender"',
      '11 KEY_SHAPE "thresholds.changePercent" must be a whole number',
      '12 KEY_UNKNOWN did you mean changeAtLeast',
      `${line('  city:')} NUMBER_WRONG deadlines.city is "0"`,
      `${line('severity:')} KEY_UNKNOWN "severity.DATE_FUTRE" is not known here (did you mean DATE_FUTURE`,
      `${line('severity:')} VALUE_NOT_ALLOWED severity.L101 is "fatal"`,
    ],
  },
  {
    name: 'groups in an order',
    file: 'scheme.yaml',
    edit: replaced('groupOrder: [珠三角, 粤东, 粤西, 粤北]', 'groupOrder: [珠三角, 粤东, 粤东, 粤南]'),
    told: [
      `${line('groupOrder:')} ITEM_TWICE groupOrder names "粤东" twice`,
      `${line('groupOrder:')} REFERENCE_UNKNOWN groupOrder names "粤南", which does not stand in regions.csv`,
    ],
  },
  {
    name: 'words that are no list',
    file: 'scheme.yaml',
    edit: all(
      replaced('ofWhich: [其中, 其中项, "#"]', 'ofWhich: 其中'),
      replaced('    after: [余,', '    after: [余, "",'),
      replaced('  moneyUnits:', '  moneyUnits: []\n  x:'),
    ),
    told: [
      `${line('ofWhich:')} KEY_SHAPE "words.ofWhich" must be a list`,
      `${line('    after:')} KEY_SHAPE "words.approximate.after" must be a list of texts, none of them empty`,
      `${line('moneyUnits:')} KEY_SHAPE "words.moneyUnits" must be a mapping`,
      `${line('moneyUnits:') + 1} KEY_UNKNOWN "words.x"`,
    ],
  },
  {
    name: 'words with two meanings',
    file: 'scheme.yaml',
    edit: all(replaced('"no": [否,', '"no": [否, 是,'), replaced('countUnits: [个,', 'countUnits: [个, 万元,')),
    told: [
      `${line('"no":')} WORD_IN_BOTH "是" stands in yes and in no`,
      `${line('countUnits:')} WORD_IN_BOTH "万元" stands in moneyUnits and in countUnits`,
    ],
  },
];

test.each(CASES)('$name in $file', async ({ file, edit, told }) => {
  const faults = (await faultsOf({ [file]: edit })).filter((fault) => fault.file === file);
  expect(faults.map(({ line, code }) => `${line ?? '-'} ${code}`).sort()).toEqual(
    told.map((one) => one.split(' ').slice(0, 2).join(' ')).sort(),
  );
  for (const one of told) {
    const [line, code, ...words] = one.split(' ');
    const texts = faults.filter((fault) => fault.code === code && String(fault.line ?? '-') === line);
    expect(texts.map(({ text }) => text).join('\n')).toContain(words.join(' '));
  }
});

test('faults of all files are told at once, by file and line', async () => {
  const faults = await faultsOf({
    'tasks.csv': cell('id', 't1', 'name_zh', ''),
    'rules.csv': cell('id', 'L101', 'severity', 'fatal'),
    'zones.csv': () => null,
    'scheme.yaml': replaced('periodKind: quarter', 'periodKind: week'),
  });
  expect(faults.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'scheme.yaml:6',
    'tasks.csv:3',
    'zones.csv:null',
    'rules.csv:2',
  ]);
});

test('a table that is missing makes no faults in others', async () => {
  for (const file of [
    'tasks.csv',
    'activity-types.csv',
    'columns.csv',
    'indicators.csv',
    'regions.csv',
    'scheme.yaml',
  ]) {
    expect((await faultsOf({ [file]: () => null })).map((fault) => `${fault.file} ${fault.code}`)).toEqual([
      `${file} FILE_MISSING`,
    ]);
  }
});

test('a missing column is told once, not row by row', async () => {
  const faults = await faultsOf({ 'indicators.csv': replaced('name_en', 'english') });
  expect(faults.map(({ code }) => code).sort()).toEqual(['COLUMN_MISSING', 'COLUMN_UNKNOWN']);
});

test('zones, former regions and rules may be empty', async () => {
  const heading: Edit = (text) => text.slice(0, text.indexOf('\n') + 1);
  expect(await faultsOf({ 'zones.csv': heading, 'former-regions.csv': heading, 'rules.csv': heading })).toEqual([]);
});

test('optional columns may be left out', async () => {
  const without =
    (column: string): Edit =>
    (text) => {
      const at = (text.split('\n')[0] ?? '').split(',').indexOf(column);
      return text.replace(/^.+$/gm, (line) =>
        line
          .split(',')
          .filter((_, place) => place !== at)
          .join(','),
      );
    };
  expect(await faultsOf({ 'tasks.csv': without('headline'), 'regions.csv': without('aliases') })).toEqual([]);
});

test('every kind of fault is made by a case above', () => {
  const made = new Set(CASES.flatMap(({ told }) => told.map((one) => one.split(' ')[1])));
  // A file that exists and cannot be read is made in load.test.ts, faults of a workspace in test/unit/workspace.
  expect(Object.keys(FAULT_TEXT).filter((code) => !made.has(code))).toEqual(['FILE_UNREADABLE', ...WORKSPACE_FAULTS]);
});
