'use strict';
// Loads the files of dist/bundle with the code that the build has kept of them (`code.bin`): compiling it took a fifth of a small run.
const { readFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script, constants } = require('node:vm');

/** Compiling what is smaller takes no longer than looking for it. */
const WORTH_KEEPING = 30_000;

/**
 * The files of a bundle: `load` gives what one exports, `keep` the code of those that were loaded, as `code.bin` holds it.
 *
 * Code is only taken from a file that this very Node has written and no disk has damaged: V8 trusts what it is given.
 */
exports.openBundle = (folder) => {
  // A run is over in seconds. The V8 of Node 20 spends a quarter of its processor time on optimising code for later; later ones ask less.
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=270336');
  const modules = new Map();
  const scripts = new Map();
  let kept = null;

  function load(name) {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const filename = join(folder, name);
    const source = readFileSync(filename, 'utf8');
    const isLarge = source.length >= WORTH_KEEPING;
    if (isLarge) kept ??= codeIn(folder);
    const script = new Script(wrap(source), {
      filename,
      cachedData: isLarge ? kept.get(name) : undefined,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    if (isLarge) scripts.set(name, script);
    const loaded = { exports: {} };
    modules.set(name, loaded);
    const outside = createRequire(filename);
    const requireOf = (id) => (id.startsWith('./') ? load(id.slice('./'.length)) : outside(id));
    script.runInThisContext()(loaded.exports, requireOf, loaded, filename, folder);
    return loaded.exports;
  }

  return { load, keep: () => packed([...scripts].map(([name, script]) => [name, script.createCachedData()])) };
};

/** What code depends on beside its source. */
function thisNode() {
  return [process.version, process.platform, process.arch].join(' ');
}

/** A line of JSON that says whose code it is and where each stands, then the code. */
function packed(codes) {
  const { crc32 } = require('node:zlib');
  const bytes = Buffer.concat(codes.map(([, code]) => code));
  const sizes = codes.map(([name, code]) => [name, code.length]);
  return Buffer.concat([Buffer.from(`${JSON.stringify({ node: thisNode(), crc32: crc32(bytes), sizes })}\n`), bytes]);
}

/** The kept code by file; empty when there is none for this Node, or it is damaged. */
function codeIn(folder) {
  const codes = new Map();
  try {
    const bytes = readFileSync(join(folder, 'code.bin'));
    const end = bytes.indexOf('\n') + 1;
    const head = JSON.parse(bytes.toString('utf8', 0, end));
    if (head.node !== thisNode() || head.crc32 !== require('node:zlib').crc32(bytes.subarray(end))) return codes;
    let at = end;
    for (const [name, size] of head.sizes) {
      codes.set(name, bytes.subarray(at, at + size));
      at += size;
    }
  } catch {
    // A bundle without it is compiled anew.
  }
  return codes;
}
