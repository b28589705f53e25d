// Preloaded (`node --import`) into a program that is measured: says at its end what it took.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const usage = { cpu: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 };
  writeFileSync(process.env.HUIZONG_BENCH_USAGE, JSON.stringify(usage));
});
