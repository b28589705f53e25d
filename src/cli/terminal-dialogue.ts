import { Cancelled } from '../model/errors.ts';
import type { ChoiceQuestion, Dialogue, DialogueLook } from './dialogue.ts';
import { keyFeed } from './key-feed.ts';

/** Entries of a list that are shown at once. */
const PAGE = 12;

/** A dialogue on a terminal; it is drawn on a stream that must not be stdout: that is for the product. */
export async function terminalDialogue(
  terminal: NodeJS.ReadStream,
  output: NodeJS.WritableStream,
  look: DialogueLook,
): Promise<Dialogue> {
  const { input, Separator, search, select } = await import('@inquirer/prompts');
  const feed = keyFeed(terminal);
  const context = { input: feed.stream, output };
  const theme = themeOf(look);
  /** Asks, and hears what is typed until it is answered. Throws `Cancelled` at Ctrl-C. */
  async function asked<T>(prompt: Promise<T>, onLines?: (lines: number) => void): Promise<T> {
    feed.ready(onLines);
    try {
      return await prompt;
    } catch (error) {
      if (error instanceof Error && error.name === 'ExitPromptError') throw new Cancelled();
      throw error;
    } finally {
      feed.hold();
    }
  }
  async function tellDropped(lines: number): Promise<void> {
    if (lines > 0) await look.tell(look.dropped(lines));
  }
  /** Asks a list, which has no use for lines of text: whoever pastes them into it is told, and asked again. */
  async function listed<T>(
    ask: (context: { readonly signal: AbortSignal; readonly clearPromptOnDone: boolean }) => Promise<T>,
    { isPassing = false, isUnforeseen = false }: Pick<ChoiceQuestion<T>, 'isPassing' | 'isUnforeseen'>,
  ): Promise<T> {
    await tellDropped(await (isUnforeseen ? feed.drop() : feed.dropLines()));
    for (;;) {
      const aborted = new AbortController();
      let lines = 0;
      const clears = {
        signal: aborted.signal,
        get clearPromptOnDone() {
          return isPassing || aborted.signal.aborted;
        },
      };
      try {
        return await asked(ask(clears), (count) => {
          lines = count;
          aborted.abort();
        });
      } catch (error) {
        if (!aborted.signal.aborted) throw error;
      }
      await tellDropped(lines);
    }
  }
  return {
    async text({ message, current, problemOf, isUnforeseen }) {
      if (isUnforeseen) await tellDropped(await feed.drop());
      const validate = async (text: string) => {
        const problem = problemOf(text.trim());
        if (problem === null) return true;
        // What follows a text that is refused would be added to it.
        const lines = await feed.drop();
        feed.ready();
        return lines === 0 ? problem : `${problem}\n${look.dropped(lines)}`;
      };
      const answer = input({ message, default: current, validate, theme }, context);
      return (await asked(answer)).trim();
    },
    choose<T>({ message, choices, at, ...how }: ChoiceQuestion<T>) {
      const config = { message, choices: [...choices], pageSize: PAGE, loop: false, theme };
      const placed = at === undefined ? config : { ...config, default: at as NoInfer<T> };
      return listed((clears) => {
        // A copy would ask only once whether to clear.
        return select<T>(placed, Object.assign(clears, context));
      }, how);
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
