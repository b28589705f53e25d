'use strict';
// Loads the files of dist/bundle with the code that the build has kept of them (`code.bin`): compiling it took a fifth of a small run.
const { readFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

/** Compiling what is smaller takes no longer than looking for it. */
const WORTH_KEEPING = 30_000;

/**
 * The files of a bundle: `load` gives what one exports, `keep` the code of those that were loaded, as `code.bin` holds it.
 *
 * Code is only taken from a file that this very Node has written and no disk has damaged: V8 trusts what it is given.
 */
exports.openBundle = (folder) => {
  const modules = new Map();
  const scripts = new Map();
  let kept = null;

  function load(name) {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const filename = join(folder, name);
    const source = readFileSync(filename);
    const isLarge = source.length >= WORTH_KEEPING;
    if (isLarge) {
      // Kept code is that of the same flags, which a thread that was started since has set back.
      suitV8();
      kept ??= codeIn(folder);
    }
    const script = new Script(wrap(source.toString()), {
      filename,
      cachedData: isLarge ? kept(name, source) : undefined,
    });
    if (isLarge) scripts.set(name, { source, script });
    const loaded = { exports: {} };
    modules.set(name, loaded);
    const outside = createRequire(filename);
    const requireOf = (id) => (id.startsWith('./') ? load(id.slice('./'.length)) : outside(id));
    script.runInThisContext()(loaded.exports, requireOf, loaded, filename, folder);
    return loaded.exports;
  }

  function keep() {
    suitV8();
    return packed(scripts);
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

/** What code depends on beside its source: V8, and how Node was built. */
function thisNode() {
  return [process.version, process.platform, process.arch, checksum(JSON.stringify(process.config))].join(' ');
}

function checksum(bytes) {
  return require('node:zlib').crc32(bytes);
}

/** A line of JSON that says whose code it is, of which sources, and where each stands, then the code. */
function packed(scripts) {
  const codes = [...scripts].map(([name, { source, script }]) => ({ name, source, code: script.createCachedData() }));
  const bytes = Buffer.concat(codes.map(({ code }) => code));
  const files = codes.map(({ name, source, code }) => [name, checksum(source), code.length]);
  return Buffer.concat([
    Buffer.from(`${JSON.stringify({ node: thisNode(), crc32: checksum(bytes), files })}\n`),
    bytes,
  ]);
}

/** Gives the kept code of a file, as long as it is of that source; none when there is none for this Node, or it is damaged. */
function codeIn(folder) {
  const codes = new Map();
  try {
    const bytes = readFileSync(join(folder, 'code.bin'));
    let at = bytes.indexOf('\n') + 1;
    const head = JSON.parse(bytes.toString('utf8', 0, at));
    if (head.node === thisNode() && head.crc32 === checksum(bytes.subarray(at))) {
      for (const [name, source, size] of head.files) {
        codes.set(name, { source, code: bytes.subarray(at, at + size) });
        at += size;
      }
    }
  } catch {
    // A bundle without it is compiled anew.
  }
  return (name, source) => {
    const known = codes.get(name);
    // V8 itself would only look at the length of the source.
    return known !== undefined && known.source === checksum(source) ? known.code : undefined;
  };
}
