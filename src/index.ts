/** Public interface of huizong as a library: the road from files to a report, without the command line. */
export { describeFinding } from './message/describe.ts';
export type { Language } from './message/language.ts';
export type { Compilation } from './model/compilation.ts';
export { Cancelled, ConfigurationError, EnvironmentError, KnownError, UsageError } from './model/errors.ts';
export type { Finding } from './model/finding.ts';
export { type Period, parsePeriodId } from './period/period.ts';
export { type CompileOptions, compile } from './pipeline/compile.ts';
export { buildReport } from './report/build.ts';
export type { ReportModel } from './report/model.ts';
export { builtinSchemeFolder, loadScheme } from './scheme/load.ts';
export type { Scheme } from './scheme/scheme.ts';
