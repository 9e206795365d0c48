// What `npm ci` runs after it has installed: builds `dist/`. Where the compiler was left out
// (`--omit=dev`), says what to do instead. Plain JavaScript, since it runs without any package.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (existsSync('node_modules/typescript')) {
  process.exitCode = spawnSync('npm run build', { shell: true, stdio: 'inherit' }).status ?? 1;
} else if (existsSync('dist/main.js')) {
  process.stderr.write('The compiler is not installed: dist/ stays as it was built before.\n');
} else {
  process.stderr.write(
    'The compiler is not installed, and there is no dist/ yet: run `npm ci` without --omit=dev, or copy dist/ here from where it was built.\n',
  );
  process.exitCode = 1;
}
