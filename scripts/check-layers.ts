import { execFile } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

/** With fewer modules than this the check has not looked, and must not pass. */
const FEWEST_MODULES = 100;

/** The most JSON that dependency-cruiser may print, in bytes. */
const MAX_OUTPUT_BYTES = 64 * 1024 ** 2;

const CRUISED = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) }),
    ),
  }),
});

/** What a look at the imports of `src` found. */
export interface LayerReport {
  readonly moduleCount: number;
  /** `rule: from → to`, one line for each import that a rule forbids. */
  readonly violations: readonly string[];
}

/**
 * Checks the imports below `src` of a project folder against `rulesFile`.
 *
 * @throws when dependency-cruiser cannot run or prints something else than it used to.
 */
export async function findLayerViolations(
  projectDir: string,
  rulesFile: string,
): Promise<LayerReport> {
  const program = path.resolve(
    import.meta.dirname,
    '../node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  );
  // With --output-type json the exit code is 0 whatever was found.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, '--config', rulesFile, '--output-type', 'json', 'src'],
    { cwd: projectDir, maxBuffer: MAX_OUTPUT_BYTES },
  );
  const { summary } = CRUISED.parse(JSON.parse(stdout));
  return {
    moduleCount: summary.totalCruised,
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  };
}

async function main(): Promise<number> {
  const report = await findLayerViolations(process.cwd(), '.dependency-cruiser.json');
  if (report.moduleCount < FEWEST_MODULES) {
    process.stderr.write(`layers: looked at ${report.moduleCount} modules only\n`);
    return 1;
  }
  for (const violation of report.violations) process.stderr.write(`${violation}\n`);
  process.stdout.write(
    `layers: ${report.moduleCount} modules, ${report.violations.length} violations\n`,
  );
  return report.violations.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await main();
}
