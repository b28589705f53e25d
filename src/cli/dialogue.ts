/** One of several things to choose from. */
export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  /** Said while it is the one that is pointed at. */
  readonly description?: string;
}

/** Something that is typed in. */
export interface TextQuestion {
  readonly message: string;
  /** The answer of an empty line; empty for none. */
  readonly current: string;
  /** Why a text cannot be the answer; null when it can. */
  readonly problemOf: (text: string) => string | null;
  /** Nobody could foresee it: what was typed ahead was meant for another question, and is dropped. */
  readonly isUnforeseen?: boolean;
}

export interface ChoiceQuestion<T> {
  readonly message: string;
  readonly choices: readonly Choice<T>[];
  /** What is pointed at first. */
  readonly at?: T;
  /** It leads somewhere and is no answer: the screen need not keep it. */
  readonly isPassing?: boolean;
  readonly isUnforeseen?: boolean;
}

export interface SearchQuestion<T> {
  readonly message: string;
  /** What suits the text so far. */
  readonly find: (text: string) => readonly Choice<T>[];
}

/** A talk at the terminal. Every question throws `Cancelled` at Ctrl-C. */
export interface Dialogue {
  readonly text: (question: TextQuestion) => Promise<string>;
  readonly choose: <T>(question: ChoiceQuestion<T>) => Promise<T>;
  readonly search: <T>(question: SearchQuestion<T>) => Promise<T>;
  /** Gives the terminal back; how many lines were typed ahead that no question has taken. */
  readonly close: () => number;
}

/** How a dialogue looks. */
export interface DialogueLook {
  readonly colours: DialogueColours;
  /** What the keys do, below a list. */
  readonly listKeys: string;
  /** In place of a list in which nothing suits. */
  readonly nothingFound: string;
  /** Says something above the next question. */
  readonly tell: (text: string) => Promise<void>;
  /** That lines which were typed ahead or pasted are not taken. */
  readonly dropped: (lines: number) => string;
}

export type DialogueColours = Readonly<
  Record<'bold' | 'dim' | 'red' | 'yellow' | 'cyan' | 'green', (text: string) => string>
>;
