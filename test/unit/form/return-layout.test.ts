import { describe, expect, test } from 'vitest';
import type { FormParts } from '../../../src/form/form-request.ts';
import { instructionLines } from '../../../src/form/instruction-text.ts';
import { activityPlace, coverPlaces, figurePlace } from '../../../src/form/layout.ts';
import { returnLayout } from '../../../src/form/return-layout.ts';
import { FORM_LABELS } from '../../../src/message/form-labels.ts';
import { isInstructions } from '../../../src/recognise/sheet-kind.ts';
import { regionIndex, regionOf } from '../../../src/scheme/regions.ts';
import { Q1, scheme } from '../../support/returns.ts';

function layoutOf(code: string, parts: FormParts = 'all') {
  const bureau = regionOf(regionIndex(scheme), code);
  if (bureau === null) throw new Error(`no region: ${code}`);
  return returnLayout({ scheme, bureau, period: Q1, forms: ['summary', 'ledger'], parts });
}

describe('the regions that a summary asks for', () => {
  const codes = (code: string, parts?: FormParts) =>
    layoutOf(code, parts).summary?.regions.map(({ region }) => region.code);

  test('are the parts of a city, or its own level, or the city as one', () => {
    expect(codes('442000')).toEqual(['442000-self', '442000-torch']);
    expect(codes('442000', 'own')).toEqual(['442000-self']);
    expect(codes('442000', 'none')).toEqual(['442000']);
  });

  test('of a county, a zone or an own level is itself', () => {
    for (const code of ['440103', '440300-qianhai', '440000-self']) expect(codes(code)).toEqual([code]);
  });
});

test('each figure and column has its own cell', () => {
  const layout = layoutOf('441300');
  const places = [
    ...scheme.indicators.flatMap(({ id }) =>
      (layout.summary?.regions ?? []).map(({ region }) => figurePlace(layout, region.code, id)),
    ),
    ...(layout.ledger?.columns ?? []).map(({ definition }) => activityPlace(layout, 0, definition.id)),
    ...['nil', 'head', 'contact', 'phone', 'date'].flatMap((field) => coverPlaces(layout, field)),
  ].map((place) => place && `${place.sheet} ${place.row} ${place.column}`);
  expect(places).not.toContain(null);
  expect(new Set(places).size).toBe(places.length);
});

test('what the form does not ask for has none', () => {
  const layout = layoutOf('440103');
  expect(figurePlace(layout, '440104', 't5_job_fairs')).toBeNull();
  expect(activityPlace(layout, 0, 'county')).toBeNull();
  expect(activityPlace(layout, 0, 'phone')).toBeNull();
});

test('the sheets beside those of entries are known as no data', () => {
  const unknown = Object.values(FORM_LABELS.sheets).filter((name) => !isInstructions(name, scheme));
  expect(unknown).toEqual([]);
});

test('the instructions name every indicator, column, activity type and rule', () => {
  const layout = layoutOf('441300');
  const text = instructionLines(layout, scheme)
    .map((line) => line.text)
    .join('\n');
  const named = [
    ...scheme.indicators.map(({ name }) => name),
    ...(layout.ledger?.columns ?? []).map(({ header }) => header),
    ...scheme.activityTypes.map(({ name }) => name),
    ...scheme.rules.map(({ id }) => id),
  ];
  expect(named.filter((name) => !text.includes(name))).toEqual([]);
  expect(text).not.toMatch(/undefined|null|\[object/);
});
