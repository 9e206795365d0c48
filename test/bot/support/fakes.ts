import { pino } from 'pino';
import { z } from 'zod';
import type { Command, CommandDefinition, Reply } from '../../../src/commands/index.ts';
import type { Article } from '../../../src/corpus/index.ts';
import { createLibrary, type Library } from '../../../src/library/index.ts';
import type { Logger } from '../../../src/shared/log.ts';
import type { Timers } from '../../../src/shared/timers.ts';
import { hostOver } from '../../support/folder.ts';
import { inScripts } from '../../support/in-scripts.ts';

/** Timers that run when told. */
export interface ManualTimers extends Timers {
  /** Runs every timer set for this delay that was not cancelled; says how many there were. */
  readonly fire: (ms: number) => number;
  /** Resolves once so many timers are set for this delay; one when left out. */
  readonly set: (ms: number, count?: number) => Promise<void>;
}

/** Timers by hand, so that no test waits. */
export function manualTimers(): ManualTimers {
  const waiting = new Set<{ readonly ms: number; readonly run: () => void }>();
  const watchers = new Set<() => void>();
  return {
    after(ms, run) {
      const timer = { ms, run };
      waiting.add(timer);
      for (const check of watchers) check();
      return () => waiting.delete(timer);
    },
    fire(ms) {
      const due = [...waiting].filter((timer) => timer.ms === ms);
      for (const timer of due) {
        waiting.delete(timer);
        timer.run();
      }
      return due.length;
    },
    set(ms, count = 1) {
      return new Promise((resolve) => {
        const check = () => {
          if ([...waiting].filter((timer) => timer.ms === ms).length < count) return;
          watchers.delete(check);
          resolve();
        };
        watchers.add(check);
        check();
      });
    },
  };
}

const LINE = z.looseObject({ level: z.number(), msg: z.string().default('') });

/** A log that keeps its lines. */
export function memoryLog(): { readonly log: Logger; readonly lines: z.infer<typeof LINE>[] } {
  const lines: z.infer<typeof LINE>[] = [];
  const log = pino(
    { level: 'debug' },
    { write: (line) => lines.push(LINE.parse(JSON.parse(line))) },
  );
  return { log, lines };
}

/** A library of these articles. */
export async function libraryOf(articles: readonly Article[]): Promise<Library> {
  return createLibrary({
    folder: 'none',
    maxArticleBytes: 1024,
    host: hostOver(articles),
  });
}

const text = inScripts('Does something', '做一件事', '做一件事');

/** The definition of a command for everyone, with an optional `private`. */
export function definitionOf(
  name: string,
  fields: Partial<CommandDefinition> = {},
): CommandDefinition {
  return {
    name,
    description: text,
    access: 'everyone',
    options: [
      { name: 'question', type: 'string', required: false, description: text, maxLength: 500 },
      { name: 'private', type: 'boolean', required: false, description: text },
    ],
    subcommands: [],
    ...fields,
  };
}

/** A command that does what it is told here. */
export function commandOf(
  name: string,
  run: (...args: Parameters<Command['run']>) => Reply | Promise<Reply>,
  fields: Partial<CommandDefinition> = {},
): Command {
  return {
    definition: definitionOf(name, fields),
    run: async (call, services) => ({ reply: await run(call, services), json: () => null }),
  };
}

/** A promise that is settled by hand, and never settled twice. */
export interface Deferred<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
}

/** A promise and its ends. */
export function deferred<Value>(): Deferred<Value> {
  const ends: Partial<Pick<Deferred<Value>, 'resolve' | 'reject'>> = {};
  const promise = new Promise<Value>((resolve, reject) => Object.assign(ends, { resolve, reject }));
  return {
    promise,
    resolve: (value) => ends.resolve?.(value),
    reject: (error) => ends.reject?.(error),
  };
}
