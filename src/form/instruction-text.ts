import { format } from '../decimal/decimal.ts';
import { FORM_LABELS } from '../message/form-labels.ts';
import { namesPrevious } from '../scheme/expression.ts';
import type { Expression, Indicator, Rule, Scheme } from '../scheme/scheme.ts';
import { typeNames } from './column-words.ts';
import type { FormLayout } from './layout.ts';

/** A line of the instructions. */
export interface InstructionLine {
  readonly kind: 'title' | 'heading' | 'text';
  readonly text: string;
}

/** How the form is filled in and what it asks for, written from the scheme. */
export function instructionLines(layout: FormLayout, scheme: Scheme): readonly InstructionLine[] {
  const { instructions, nil } = FORM_LABELS;
  const { headings } = instructions;
  const { summary, ledger } = layout;
  const forms = [...(summary ? ['summary' as const] : []), ...(ledger ? ['ledger' as const] : [])];
  const names = {
    summary: summary?.sheet ?? '',
    ledger: ledger?.sheet ?? '',
    check:
      summary?.heads.check || (ledger?.columns.find(({ definition }) => definition.type === 'check')?.header ?? ''),
    nil: nil.replace(/\p{P}$/u, ''),
  };
  const rules = scheme.rules.filter(({ scope }) => (scope === 'row' ? ledger !== null : summary !== null));
  return [
    { kind: 'title', text: instructions.title(scheme.title) },
    ...texts([instructions.source(scheme.source)]),
    ...section(headings.steps, instructions.steps(forms, names)),
    ...(summary === null
      ? []
      : section(
          headings.indicators,
          scheme.indicators.map((indicator) => ofIndicator(indicator, ledger !== null, scheme)),
        )),
    ...(ledger === null ? [] : section(headings.columns, columnTexts(layout, scheme))),
    ...(ledger === null ? [] : section(headings.types, typeTexts(scheme))),
    ...section(
      headings.rules,
      rules.map((rule) => ofRule(rule, scheme)),
    ),
  ];
}

function section(heading: string, lines: readonly string[]): readonly InstructionLine[] {
  return lines.length === 0 ? [] : [{ kind: 'heading', text: heading }, ...texts(lines)];
}

function texts(lines: readonly string[]): readonly InstructionLine[] {
  return lines.map((text) => ({ kind: 'text', text }));
}

function ofIndicator({ name, unit, kind, tier, rollup }: Indicator, withLedger: boolean, scheme: Scheme): string {
  const { indicator, rollup: rolled } = FORM_LABELS.instructions;
  const said = indicator(name, unit, kind, tier);
  if (rollup === null || rollup.method === 'distinct' || !withLedger) return said;
  return said + rolled(typeNames(rollup.types, scheme), nameOf(rollup.column, scheme), nameOf(rollup.onlyIf, scheme));
}

function columnTexts({ ledger }: FormLayout, scheme: Scheme): readonly string[] {
  const { column, needs, content } = FORM_LABELS.instructions;
  const { joint } = FORM_LABELS.prompts;
  return (ledger?.columns ?? []).map(({ header, definition }) => {
    const own = definition.type === 'ignore' || definition.type === 'check';
    const needed = own ? '' : needs(definition, typeNames(definition.requiredFor, scheme));
    const together = definition.joint === null ? '' : joint[definition.joint];
    const listed = definition.values.length === 0 ? content[definition.type] : content.enum;
    return column(header, needed, listed + together);
  });
}

function typeTexts({ tasks, activityTypes }: Scheme): readonly string[] {
  return tasks.flatMap((task) => {
    const own = activityTypes.filter((type) => type.task === task.id).map(({ name }) => name);
    return own.length === 0 ? [] : [FORM_LABELS.instructions.types(task.shortName, own)];
  });
}

function ofRule(rule: Rule, scheme: Scheme): string {
  const { instructions, severity } = FORM_LABELS;
  const [left, right] = [rule.left, rule.right].map((side) => spelled(side, scheme));
  const relation = `${left}${instructions.operators[rule.op]}${right}`;
  const said = instructions.rule(rule.id, severity[rule.severity], rule.message, relation);
  return said + (namesPrevious(rule) ? instructions.against : '');
}

/** An expression with the names of what it speaks of. */
function spelled(side: Expression, scheme: Scheme): string {
  return side
    .map(({ sign, id, previous, value }, at) => {
      const operand = id === null ? (value === null ? '' : format(value)) : (nameOf(id, scheme) ?? id);
      const before = sign === -1 ? '－' : at === 0 ? '' : '＋';
      return before + (previous ? FORM_LABELS.instructions.previous(operand) : operand);
    })
    .join('');
}

function nameOf(id: string | null, { indicators, columns }: Scheme): string | null {
  return [...indicators, ...columns].find((one) => one.id === id)?.name ?? null;
}
