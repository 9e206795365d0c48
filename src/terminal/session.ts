import type {
  answerBatchLine,
  answerDatesLine,
  Command,
  TimelineChart,
} from '../commands/index.ts';
import type { Config } from '../config.ts';
import type { loadCorpus } from '../corpus/index.ts';
import type { Locale } from '../i18n/index.ts';
import type { createLibrary, Workshop } from '../library/index.ts';
import type { Logger } from '../log.ts';
import type { Io } from './io.ts';

/** The parts of Verbatim that the terminal puts to use. The composition root gives the real ones. */
export interface Parts {
  readonly commands: readonly Command[];
  readonly answerBatchLine: typeof answerBatchLine;
  readonly answerDatesLine: typeof answerDatesLine;
  readonly createLibrary: typeof createLibrary;
  /** For what stays open: a reindex does not hold it up. */
  readonly createThreadWorkshop: (config: Config, log: Logger) => Workshop;
  readonly loadCorpus: typeof loadCorpus;
  /** Makes Discord's list of commands equal to ours, with the token of the config. */
  readonly registerCommands: (
    config: Config,
    log: Logger,
  ) => Promise<RegistrationCounts & { readonly failedGuildIds: readonly string[] }>;
  /** A chart as an SVG document. */
  readonly renderSvg: (chart: TimelineChart) => Promise<string>;
  readonly version: string;
}

/** How many commands were changed on Discord's side. */
export interface RegistrationCounts {
  readonly created: number;
  readonly edited: number;
  readonly deleted: number;
  readonly unchanged: number;
}

/** One run of one sub-command: everything that it is given. */
export interface Session {
  readonly io: Io;
  readonly parts: Parts;
  /** With the folder of `--corpus`, where that was given. */
  readonly config: Config;
  readonly locale: Locale;
  readonly log: Logger;
  /** Whether results are printed as JSON. */
  readonly json: boolean;
}
