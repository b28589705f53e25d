import { matchKey } from '../text/match-key.ts';
import type { SchemeWords } from './scheme.ts';
import type { YamlMap } from './yaml-map.ts';

/** Reads `words` of `scheme.yaml`: every list must be there, but may be empty. */
export function parseWords(map: YamlMap): SchemeWords {
  const words: SchemeWords = {
    totals: map.words('totals'),
    grandTotals: map.words('grandTotals'),
    ofWhich: map.words('ofWhich'),
    notes: map.words('notes'),
    samples: map.words('samples'),
    endMarks: map.words('endMarks'),
    instructionSheets: map.words('instructionSheets'),
    coverLabels: group(map.map('coverLabels'), ['bureau', 'period', 'unit', 'date', 'form']),
    signOffs: map.words('signOffs'),
    nilMarks: map.words('nilMarks'),
    nilStatements: map.words('nilStatements'),
    approximate: group(map.map('approximate'), ['before', 'after']),
    yes: map.words('yes'),
    no: map.words('no'),
    currency: map.words('currency'),
    moneyUnits: map.numbers('moneyUnits'),
    countUnits: map.words('countUnits'),
    unitGroups: map.lists('unitGroups'),
    groupings: map.lists('groupings'),
    ownLevel: group(map.map('ownLevel'), ['province', 'city', 'county']),
    headerMarks: map.words('headerMarks'),
    bureauSuffixes: map.words('bureauSuffixes'),
    fileWords: map.words('fileWords'),
    revisions: map.words('revisions'),
    yearToDate: map.words('yearToDate'),
    currentPeriod: map.words('currentPeriod'),
    otherPeriods: map.words('otherPeriods'),
    forms: group(map.map('forms'), ['ledger', 'summary']),
  };
  map.done();
  checkApart(map, words);
  return words;
}

function group<K extends string>(map: YamlMap, keys: readonly K[]): Readonly<Record<K, readonly string[]>> {
  const lists = keys.map((key) => [key, map.words(key)] as const);
  map.done();
  return Object.fromEntries(lists) as Record<K, readonly string[]>;
}

/** Lists between which a word decides; it cannot stand in both. */
function checkApart(map: YamlMap, words: SchemeWords): void {
  apart(map, ['yes', words.yes], ['no', words.no]);
  apart(map, ['moneyUnits', Object.keys(words.moneyUnits)], ['countUnits', words.countUnits]);
  apart(map, ['forms.ledger', words.forms.ledger], ['forms.summary', words.forms.summary]);
  apart(map, ['totals', words.totals], ['ofWhich', words.ofWhich]);
  const groups = Object.entries(words.unitGroups).map(([name, units]): WordList => [`unitGroups.${name}`, units]);
  for (const [at, group] of groups.entries()) for (const other of groups.slice(at + 1)) apart(map, group, other);
}

type WordList = readonly [name: string, words: readonly string[]];

function apart(map: YamlMap, [left, leftWords]: WordList, [right, rightWords]: WordList): void {
  const keys = new Set(leftWords.map(matchKey));
  for (const word of rightWords) {
    if (!keys.has(matchKey(word))) continue;
    map.fault(right, 'WORD_IN_BOTH', { word, lists: [left, right] });
  }
}
