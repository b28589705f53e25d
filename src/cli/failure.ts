import { catalogue } from '../message/describe.ts';
import type { Language } from '../message/language.ts';
import type { UiTexts } from '../message/ui-texts.ts';
import type { Catalogue } from '../message/wording.ts';
import { Cancelled, ConfigurationError, type Fault, KnownError, STOP_SIGNALS } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import { maskNumbers } from '../text/personal-numbers.ts';
import { visible } from '../text/visible.ts';
import { VERSION } from './version.ts';

interface FailureContext {
  readonly texts: UiTexts;
  readonly language: Language;
  readonly debug: boolean;
}

/** The exit code of an error and what stderr says of it: one line, or one for each fault of a configuration. */
export function failure(error: unknown, context: FailureContext): { readonly code: number; readonly text: string } {
  const stack = context.debug && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  // Messages of libraries and names of files may quote what stands in a return.
  const said = `${visible(text(error, context))}\n${visible(stack)}`;
  return { code: error instanceof Cancelled ? STOP_SIGNALS[error.signal] : 2, text: maskNumbers(said) };
}

function text(error: unknown, { texts, language, debug }: FailureContext): string {
  const { errors } = texts;
  const words = catalogue(language);
  if (error instanceof Cancelled) return `huizong: ${errors.interrupted}`;
  if (error instanceof ConfigurationError) {
    return [`huizong: ${told(error, words)}`, ...error.faults.map((fault) => faultLine(fault, language, texts))].join(
      '\n',
    );
  }
  if (error instanceof KnownError) return `huizong: ${told(error, words)}`;
  const message = error instanceof Error ? error.message : String(error);
  return `huizong: ${errors.bug(message, VERSION)}${debug ? '' : errors.withDebug}`;
}

/** An error in the language of the user, as far as the language has words for it. */
function told({ problem, message }: KnownError, { problems }: Catalogue): string {
  if (problem === null || problems === null) return message;
  // `Problem` pairs each code with its own arguments.
  const wording = problems[problem.code] as (args: Problem['args']) => string;
  return wording(problem.args);
}

/** A fault with its place and, below it, what stands there. */
export function faultLine(fault: Fault, language: Language, { errors }: UiTexts): string {
  const place =
    fault.line === null
      ? [fault.file, cellOf(fault)].join('')
      : errors.line(fault.file, fault.line, fault.column ?? null);
  const excerpt = (fault.excerpt ?? []).map((line) => `      ${line}`);
  return [`  ${errors.fault(place, faultWords(fault, language))}`, ...excerpt].join('\n');
}

/** The cell of a workbook, as Excel writes it. */
function cellOf({ sheet, cell }: Fault): string {
  if (sheet === undefined) return '';
  return cell === undefined ? ` ${sheet}` : ` ${sheet}!${cell}`;
}

/** What is wrong, as far as the language has words for it. */
export function faultWords({ code, args, text }: Fault, language: Language): string {
  const { faults } = catalogue(language);
  if (faults === null || code === undefined || !isFaultCode(code, faults)) return text;
  // A fault's arguments are those of its code: `FaultList.add` sees to it.
  const wording = faults[code] as (args: Fault['args']) => string;
  return wording(args ?? {});
}

function isFaultCode<T extends object>(code: string, faults: T): code is Extract<keyof T, string> {
  return Object.hasOwn(faults, code);
}
