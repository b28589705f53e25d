// Loaded before the program (`node --require`): kills it, as a power cut would, right before it names or writes the file
// whose number KILL_AT says (`rename:3`, `write:2`).
const fs = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const [kind, number] = (process.env.KILL_AT ?? '').split(':');
const NAMES = { rename: 'rename', write: 'writeFile' };
let calls = 0;

function killAt(where, name) {
  const original = where[name];
  where[name] = (...args) => {
    if (++calls === Number(number)) process.kill(process.pid, 'SIGKILL');
    return original.apply(where, args);
  };
}

if (isMainThread && kind in NAMES) {
  killAt(fs.promises, NAMES[kind]);
  killAt(fs, `${NAMES[kind]}Sync`);
}
