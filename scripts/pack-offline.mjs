// Packs huizong with everything it needs into one .tgz, for machines without a network: `npm i -g huizong-….tgz`.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stage = mkdtempSync(join(tmpdir(), 'huizong-pack-'));
const npm = (...args) =>
  execFileSync('npm', args, { cwd: stage, stdio: 'inherit', shell: process.platform === 'win32' });

try {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const files = ['package.json', 'package-lock.json', 'LICENSE', 'README.md', ...manifest.files];
  for (const name of files) cpSync(join(root, name), join(stage, name), { recursive: true });
  npm('ci', '--omit=dev', '--ignore-scripts');
  // Named only now: npm ci does not get on with bundled packages.
  const bundled = { ...manifest, bundleDependencies: Object.keys(manifest.dependencies) };
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(bundled, null, 2)}\n`);
  npm('pack', '--ignore-scripts', '--silent', '--pack-destination', root);
} finally {
  rmSync(stage, { recursive: true, force: true });
}
