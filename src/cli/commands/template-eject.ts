import { resolve } from 'node:path';
import { deliver } from '../../deliver/deliver.ts';
import { UsageError } from '../../model/errors.ts';
import { loadBuiltinTemplates } from '../../render/load-templates.ts';
import { BASE_FOLDER, copyOf } from '../../render/template-copy.ts';
import { partialName, type Templates } from '../../render/template-source.ts';
import { nearest } from '../../scheme/nearest.ts';
import { visible } from '../../text/visible.ts';
import type { Session } from '../session.ts';
import { near, workspaceTemplates } from '../session-templates.ts';

/** `huizong template eject`: copies of built-in parts that know what they are copies of. */
export async function templateEject(session: Session): Promise<number> {
  const { effects, options, operands, texts } = session;
  const folder =
    options.output === undefined ? await workspaceTemplates(session) : resolve(effects.cwd, options.output);
  if (folder === null) throw new UsageError(texts.errors.ejectNeedsFolder);
  const builtin = await loadBuiltinTemplates();
  const asked = operands.flatMap((operand) => filesOf(operand, builtin, session));
  const names = asked.length === 0 ? [...builtin.keys()] : [...new Set(asked)];
  const files = names.flatMap((name): readonly { name: string; content: string | Uint8Array }[] => {
    const { text = '', bytes } = builtin.get(name) ?? {};
    // A workbook says by a property of its own what it is a copy of.
    if (bytes) return [{ name, content: bytes }];
    return [
      { name, content: copyOf(name, text) },
      { name: `${BASE_FOLDER}/${name}`, content: text },
    ];
  });
  await deliver(files, folder, { force: options.force === true });
  const shown = near(effects.cwd, folder);
  const lines = [texts.template.made(shown), ...names.map((name) => `  ${name}`), texts.template.next(shown)];
  await effects.stdout.write(`${visible(lines.join('\n'))}\n`);
  return 0;
}

/** The files of a part: `overview.md`, its file name, or `overview` for all formats. */
function filesOf(part: string, builtin: Templates, { texts }: Session): readonly string[] {
  const all = [...builtin.keys()];
  const files = all.filter((name) => [name, partialName(name), partialName(name).replace(/\.\w+$/, '')].includes(part));
  if (files.length > 0) return files;
  throw new UsageError(texts.errors.partUnknown(part, nearest(part, all.map(partialName))));
}
