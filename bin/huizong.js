#!/usr/bin/env node
import { main } from '../dist/bundle/huizong.js';

process.exitCode = await main(process.argv.slice(2));
