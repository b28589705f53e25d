import { input, Separator, search, select } from '@inquirer/prompts';
import { Cancelled } from '../model/errors.ts';
import type { ChoiceQuestion, Dialogue, DialogueLook } from './dialogue.ts';
import { keyFeed } from './key-feed.ts';

/** Entries of a list that are shown at once. */
const PAGE = 12;

/** A dialogue on a terminal; it is drawn on a stream that must not be stdout: that is for the product. */
export function terminalDialogue(
  terminal: NodeJS.ReadStream,
  output: NodeJS.WritableStream,
  look: DialogueLook,
): Dialogue {
  const feed = keyFeed(terminal);
  const context = { input: feed.stream, output };
  const theme = themeOf(look);
  async function asked<T>(prompt: Promise<T>, isUnforeseen = false): Promise<T> {
    if (isUnforeseen) feed.drop();
    feed.ready();
    try {
      return await prompt;
    } catch (error) {
      if (error instanceof Error && error.name === 'ExitPromptError') throw new Cancelled();
      throw error;
    }
  }
  return {
    async text({ message, current, problemOf, isUnforeseen }) {
      const validate = (text: string) => {
        const problem = problemOf(text.trim());
        if (problem !== null) feed.ready();
        return problem ?? true;
      };
      const answer = input({ message, default: current, validate, theme }, context);
      return (await asked(answer, isUnforeseen)).trim();
    },
    choose<T>({ message, choices, at, isPassing = false, isUnforeseen }: ChoiceQuestion<T>) {
      const config = { message, choices: [...choices], pageSize: PAGE, loop: false, theme };
      const placed = at === undefined ? config : { ...config, default: at as NoInfer<T> };
      return asked(select<T>(placed, { ...context, clearPromptOnDone: isPassing }), isUnforeseen);
    },
    search({ message, find }) {
      const source = (term: string | undefined) => {
        const found = find(term ?? '');
        return found.length === 0 ? [new Separator(look.nothingFound)] : [...found];
      };
      return asked(search({ message, source, pageSize: PAGE, theme }, context));
    },
    close: feed.close,
  };
}

type Paint = (text: string) => string;

function themeOf({ colours, listKeys }: DialogueLook) {
  // A prompt says more than the text to what colours it.
  const bold: Paint = (text) => colours.bold(text);
  const dim: Paint = (text) => colours.dim(text);
  const red: Paint = (text) => colours.red(text);
  const cyan: Paint = (text) => colours.cyan(text);
  return {
    prefix: { idle: cyan('?'), done: colours.green('✓') },
    style: {
      answer: cyan,
      message: bold,
      error: red,
      defaultAnswer: (text: string) => dim(`(${text})`),
      help: dim,
      highlight: cyan,
      description: dim,
      disabled: dim,
      searchTerm: cyan,
      keysHelpTip: () => dim(listKeys),
    },
  };
}
