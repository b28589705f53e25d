/** Commands that have a help page; the empty id is the program itself. */
export type CommandId =
  | ''
  | 'report'
  | 'check'
  | 'status'
  | 'form'
  | 'init'
  | 'fill'
  | 'explain'
  | 'scheme'
  | 'scheme check'
  | 'scheme show'
  | 'template'
  | 'template list'
  | 'template eject'
  | 'template check';

export type OptionId =
  | 'period'
  | 'area'
  | 'asOf'
  | 'scheme'
  | 'counting'
  | 'basis'
  | 'previous'
  | 'yearAgo'
  | 'since'
  | 'reportFormat'
  | 'output'
  | 'force'
  | 'set'
  | 'split'
  | 'checkFormat'
  | 'write'
  | 'textFormat'
  | 'statusFormat'
  | 'template'
  | 'ejectOutput'
  | 'ejectForce'
  | 'chase'
  | 'record'
  | 'initArea'
  | 'initPeriod'
  | 'initScheme'
  | 'initAsOf'
  | 'formRegion'
  | 'formAll'
  | 'formPeriod'
  | 'formAsOf'
  | 'formForms'
  | 'formParts'
  | 'formOutput'
  | 'formForce'
  | 'yes'
  | 'bureau'
  | 'fillPeriod'
  | 'fillForm'
  | 'answers'
  | 'fillSet'
  | 'fillOutput'
  | 'fillAsOf'
  | 'all'
  | 'reportFailOn'
  | 'checkFailOn'
  | 'requireComplete'
  | 'lang'
  | 'color'
  | 'noColor'
  | 'quiet'
  | 'verbose'
  | 'debug'
  | 'help'
  | 'version';

/** Options that belong together under one heading. */
export type OptionGroup = 'scope' | 'result' | 'exit' | 'general';

interface CommandHelp {
  /** One line for the list of commands. */
  readonly summary: string;
  readonly description: string;
  /** Command lines, each with what it does. */
  readonly examples: readonly (readonly [line: string, purpose: string])[];
}

/** Everything that help pages say, in one language. */
export interface HelpTexts {
  /** Name of the language in itself. */
  readonly language: string;
  /** With its colon. */
  readonly usage: string;
  /** After a heading. */
  readonly colon: string;
  readonly usageCommand: string;
  readonly usageOptions: string;
  readonly commandsHeading: string;
  readonly groups: Readonly<Record<OptionGroup, string>>;
  readonly examplesHeading: string;
  readonly exitHeading: string;
  readonly environmentHeading: string;
  readonly commands: Readonly<Record<CommandId, CommandHelp>>;
  readonly helpCommand: string;
  readonly options: Readonly<Record<OptionId, string>>;
  readonly exitCodes: readonly (readonly [code: string, meaning: string])[];
  readonly environment: readonly (readonly [name: string, meaning: string])[];
  /** Last line of the program's page: how to see a command's. */
  readonly more: string;
}
