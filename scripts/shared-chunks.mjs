// Which modules are loaded together. Left to itself the bundler makes a file for whatever two commands share: more than fifty for a run.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const IMPORTED = /^(?:import|export)\b[^;]*?\bfrom ['"](\.[^'"]+)['"]/gm;

/** What compiled modules import, each with what it imports in turn; not what is loaded when it is needed. */
function importedBy(...entries) {
  const files = new Set(entries.map((entry) => resolve('dist', entry)));
  const own = new Set(files);
  for (const file of files) {
    for (const [, path] of readFileSync(file, 'utf8').matchAll(IMPORTED)) files.add(resolve(file, '..', path));
  }
  return new Set([...files].filter((file) => !own.has(file)));
}

/** What several of the sets hold. */
const both = (one, other) => new Set([...one].filter((file) => other.has(file)));

const road = importedBy('pipeline/file-worker.js');
const work = importedBy(
  ...['check', 'report', 'status'].map((name) => `cli/commands/${name}.js`),
  'pipeline/file-worker.js',
);
const quick = importedBy(...['explain', 'scheme-show', 'template-list'].map((name) => `cli/commands/${name}.js`));
const run = new Set([...importedBy('cli/run.js', 'workspace/find-workspace.js'), ...both(quick, work)]);

/**
 * Each takes what those before it have left, so that none loads one after it: help only the first, a worker no command line, and
 * a command that reads no return nothing of reading them.
 */
const SHARED = {
  start: importedBy('cli/main.js'),
  version: new Set([resolve('dist/cli/version.js')]),
  ...{ base: both(run, road), run, road, work },
};

export const sharedChunks = Object.entries(SHARED).map(([name, files], at, { length }) => ({
  ...{ name, priority: length - at },
  test: (id) => files.has(resolve(id)),
}));
