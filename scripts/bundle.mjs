// Joins the compiled modules into few files (dist/bundle): Node takes longer to find and load some 460 modules than a small run
// takes for all else. Run by `npm run build`.
import { build } from 'rolldown';

await build({
  // What is loaded by its own name: the command, and what runs in workers.
  input: {
    huizong: 'dist/cli/main.js',
    'file-worker': 'dist/pipeline/file-worker.js',
    'library-worker': 'dist/read/old/library-worker.js',
  },
  // Libraries stay packages of their own, with their licences.
  external: /^[^./]/,
  platform: 'node',
  // Two levels below the package, like the modules themselves: they find templates and schemes beside `dist`.
  output: { dir: 'dist/bundle', cleanDir: true, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
});
