import type { BureauState } from '../../model/compilation.ts';
import type { ReportModel } from '../../report/model.ts';
import { level } from '../helpers/cells.ts';
import { filled } from '../helpers/words.ts';
import { type MapTile, tileMapPicture, tileRoom } from '../svg/tile-map.ts';
import type { Chart } from './chart.ts';
import { type ChartUnit, figuresOf, indicatorOf, measuredName, unitsOf } from './chart-data.ts';
import { figureText } from './chart-number.ts';

/** Shades of the tiles, the lightest first; letters stay readable on all of them. */
const SHADES = [0.04, 0.1, 0.17, 0.25, 0.33, 0.42] as const;
const NO_VALUE = '—';

const STATE_SHADES: Readonly<Record<BureauState, number | null>> = {
  accepted: SHADES[4],
  provisional: SHADES[2],
  rejected: null,
  missing: null,
  exempt: SHADES[0],
};

type Shown = Pick<MapTile, 'text' | 'share'>;

/** The units by one indicator on the scheme's map of tiles; null when the scheme has none, or no unit a value. */
export function figureMap(model: ReportModel, id: string | null): Chart | null {
  const indicator = indicatorOf(model, id);
  const figures = figuresOf(model, indicator.id);
  const units = unitsOf(model);
  const most = Math.max(0, ...units.map(({ code }) => figures.get(code)?.value ?? 0));
  if (units.every(({ code }) => (figures.get(code)?.value ?? null) === null)) return null;
  const title = filled(model.labels.charts.map, {
    indicator: measuredName(indicator, model),
    units: model.views.words.units,
  });
  const incomplete = units.some(({ code }) => {
    const figure = figures.get(code);
    return figure !== undefined && figure.value !== null && !figure.complete;
  });
  const room = tileRoom(units.flatMap(({ tile }) => (tile === null ? [] : [tile])));
  const notes = incomplete ? [model.labels.notes.incomplete] : [];
  return mapOf(model, { title, notes }, ({ code }) => {
    const figure = figures.get(code);
    const value = figure?.value ?? null;
    return {
      text: figureText(figure, indicator.decimals, model.labels, room),
      share: value === null ? null : (SHADES[level(value, most, SHADES.length - 1)] ?? null),
    };
  });
}

/** Who has reported, on the scheme's map of tiles; null when the scheme has none. */
export function statesMap(model: ReportModel): Chart | null {
  const { coverage, labels, regions } = model;
  const parents = new Map(regions.map(({ code, parent }) => [code, parent]));
  const within = (unit: string) => (code: string) => code === unit || parents.get(code) === unit;
  const bureaus = [...coverage.bureaus, ...coverage.offRoster];
  const title = filled(labels.charts.states, { units: model.views.words.units });
  return mapOf(model, { title, notes: [] }, ({ code }) => {
    const isOwn = within(code);
    const states = bureaus.filter(({ bureau }) => isOwn(bureau)).map(({ state }) => state);
    const worst = WORST.find((state) => states.includes(state));
    if (worst === undefined) return { text: NO_VALUE, share: null };
    const alike = states.filter((state) => state === worst).length;
    const word = labels.state[worst];
    // Of several bureaus of a unit the worst state is told, and how many are in it.
    const text =
      states.length === 1 ? word : filled(labels.charts.share, { name: word, part: alike, all: states.length });
    return { text, share: STATE_SHADES[worst] };
  });
}

/** States from the most to the least urgent. */
const WORST: readonly BureauState[] = ['missing', 'rejected', 'provisional', 'accepted', 'exempt'];

function mapOf(
  model: ReportModel,
  { title, notes }: Pick<Chart, 'title' | 'notes'>,
  shown: (unit: ChartUnit) => Shown,
): Chart | null {
  const { charts, listSeparator } = model.labels;
  const units = unitsOf(model).map((unit) => ({ unit, ...shown(unit) }));
  const tiles = units.flatMap(({ unit, text, share }): MapTile[] =>
    unit.tile === null ? [] : [{ ...unit.tile, name: unit.shortName, text, share }],
  );
  if (tiles.length === 0) return null;
  const said = ({ unit, text }: (typeof units)[number]) => filled(charts.pair, { name: unit.name, value: text });
  const elsewhere = units.filter(({ unit }) => unit.tile === null).map(said);
  const outside = elsewhere.length === 0 ? [] : [filled(charts.elsewhere, { names: elsewhere.join(listSeparator) })];
  return {
    title,
    notes: [charts.place, ...notes],
    description: units.map(said).join(charts.list) + charts.end,
    picture: tileMapPicture(tiles, outside),
  };
}
