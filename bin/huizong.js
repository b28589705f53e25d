#!/usr/bin/env node
'use strict';
const { join } = require('node:path');
const { openBundle } = require('./bundle.cjs');

const { main } = openBundle(join(__dirname, '../dist/bundle')).load('huizong.js');
main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
