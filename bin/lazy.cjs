'use strict';
// A package that a file of dist/bundle names at its head and few runs need: loaded when something of it is asked for.
module.exports = (name) => new Proxy({}, { get: (_, key) => require(name)[key] });
