import { evaluate } from './evaluate.ts';
import { openOwnSet, openSetIn } from './open-set.ts';
import { type EvalOptions, parseOptions } from './options.ts';
import { QuestionSetError } from './question.ts';
import { renderJson } from './render-json.ts';
import { renderMisses } from './render-misses.ts';
import { renderScores } from './render-scores.ts';

try {
  process.stdout.write(`${await report(parseOptions(process.argv.slice(2)))}\n`);
} catch (error) {
  if (!(error instanceof QuestionSetError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function report({ set: folder, json, misses }: EvalOptions): Promise<string> {
  const set = folder === undefined ? await openOwnSet() : await openSetIn(folder);
  const rounds = await evaluate(set);
  const { byId } = set.generation.corpus;
  if (json) return renderJson(rounds, byId, misses);
  const table = renderScores(rounds);
  return misses ? `${table}\n\n${renderMisses(rounds, byId)}` : table;
}
