#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from '../dist/bundle/huizong.js';

// A run is over in seconds. The V8 of Node 20 spends a quarter of its processor time on optimising code for later; later ones ask less.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=270336');

process.exitCode = await main(process.argv.slice(2));
