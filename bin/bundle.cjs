'use strict';
// Loads the files of dist/bundle with the code that the build has kept of them (`*.code`): compiling it took a fifth of a small run.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

/** Compiling what is smaller takes no longer than reading it compiled. */
const WORTH_KEEPING = 20_000;

/**
 * The files of a bundle: `load` gives what one exports, `keep` writes beside those that were loaded their code.
 *
 * Code is only taken from a file that this very Node has written and no disk has damaged: V8 trusts what it is given.
 */
exports.openBundle = (folder) => {
  const modules = new Map();
  const scripts = new Map();

  function load(name) {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const filename = join(folder, name);
    const source = readFileSync(filename);
    const isKept = existsSync(codeOf(filename));
    // Kept code is that of the same flags, which a thread that was started since has set back.
    if (isKept) suitV8();
    const cachedData = isKept ? keptCode(filename, source) : undefined;
    const script = new Script(wrap(source.toString()), { filename, cachedData });
    scripts.set(filename, { source, script });
    const loaded = { exports: {} };
    modules.set(name, loaded);
    const outside = createRequire(filename);
    const requireOf = (id) => (id.startsWith('./') ? load(id.slice('./'.length)) : outside(id));
    script.runInThisContext()(loaded.exports, requireOf, loaded, filename, folder);
    return loaded.exports;
  }

  function keep() {
    suitV8();
    for (const [filename, { source, script }] of scripts) {
      if (source.length < WORTH_KEEPING) continue;
      const code = script.createCachedData();
      writeFileSync(codeOf(filename), Buffer.concat([code, Buffer.from(`\n${seal(source, code)}`)]));
    }
  }

  return { load, keep };
};

/** Suits V8 to a run that is over in seconds; only those versions of which it was measured. */
function suitV8() {
  const v8 = require('node:v8');
  const version = Number.parseInt(process.versions.v8, 10);
  // The V8 of Node 20 spends a quarter of its processor time on optimising code for later; later ones ask less.
  if (version === 11) v8.setFlagsFromString('--interrupt-budget=270336');
  if (version <= 13) boundNewSpace(v8);
}

/** Both halves of the space for new objects. By itself it grows to 32 MB and more, which saves no time here. */
const NEW_SPACE = 8 * 2 ** 20;
/** Objects that live on let it grow; some fifty of these lists do. */
const MOST_LISTS = 200;

/** Lets the space for new objects grow as far as it should at once, and no further. */
function boundNewSpace(v8) {
  const isSmall = () => {
    const space = v8.getHeapSpaceStatistics().find((one) => one.space_name === 'new_space');
    return space !== undefined && space.space_size < NEW_SPACE;
  };
  v8.setFlagsFromString('--semi-space-growth-factor=4');
  const living = [];
  while (isSmall() && living.length < MOST_LISTS) living.push(new Array(4000).fill(0));
  v8.setFlagsFromString('--semi-space-growth-factor=1');
}

const codeOf = (filename) => `${filename}.code`;

/** The kept code of a file; none when it is not that of this source and this Node, is damaged or cannot be read: the file is compiled anew. */
function keptCode(filename, source) {
  try {
    const bytes = readFileSync(codeOf(filename));
    // The code stands first, as V8 would copy it from any other place.
    const end = bytes.lastIndexOf('\n');
    const code = bytes.subarray(0, end);
    return bytes.toString('utf8', end + 1) === seal(source, code) ? code : undefined;
  } catch {
    // One that somebody keeps locked is as good as none.
    return undefined;
  }
}

/** Says whose code it is: of which source, of which V8, and how Node was built. V8 itself looks at the length of the source only. */
function seal(source, code) {
  const { version, platform, arch, config } = process;
  const sums = [JSON.stringify(config), source, code].map((bytes) => require('node:zlib').crc32(bytes));
  return [version, platform, arch, ...sums].join(' ');
}
