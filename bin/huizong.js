#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { openBundle } from './bundle.cjs';

const { main } = openBundle(fileURLToPath(new URL('../dist/bundle', import.meta.url))).load('huizong.js');
process.exitCode = await main(process.argv.slice(2));
