// Prints "N passed, N failed" of a vitest JSON report; fails when a test failed or none ran.
import { readFileSync } from 'node:fs';

const [path = ''] = process.argv.slice(2);
const text = readFileSync(path, 'utf8');
const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = text === '' ? {} : JSON.parse(text);
// A file that breaks before its tests counts as one that failed.
const broken = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
);
const failed = numFailedTests + broken.length;
console.log(`${numPassedTests} passed, ${failed} failed`);
process.exitCode = failed > 0 || numPassedTests === 0 ? 1 : 0;
