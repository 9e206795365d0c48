import type { answerBatchLine, Command, TimelineChart } from '../commands/index.ts';
import type { Config } from '../config.ts';
import type { Article, loadCorpus, Problem } from '../corpus/index.ts';
import type { SettingsInspection } from '../environment.ts';
import type { PageKeeper } from '../fetch/index.ts';
import type { Locale } from '../i18n/index.ts';
import type { createLibrary, IndexHost, inspectSnapshot } from '../library/index.ts';
import type { Finding } from '../shared/doctor-finding.ts';
import type { Logger } from '../shared/log.ts';
import type { Io } from './io.ts';

/** The parts of Verbatim that the terminal puts to use. The composition root gives the real ones. */
export interface Parts {
  readonly commands: readonly Command[];
  readonly answerBatchLine: typeof answerBatchLine;
  readonly createLibrary: typeof createLibrary;
  /** Where indexes are built and asked, and kept for the next time. */
  readonly createThreadHost: (config: Config, log: Logger) => IndexHost;
  readonly loadCorpus: typeof loadCorpus;
  /** Keeps pages of the web beside these articles, until it is closed. */
  readonly openPageKeeper: (
    config: Config,
    articles: readonly Article[],
    log: Logger,
  ) => { readonly keeper: Pick<PageKeeper, 'keep'>; readonly close: () => void };
  /** The feeds that could not be fetched the last time. */
  readonly readFeedProblems: (config: Config, log: Logger) => Promise<readonly Problem[]>;
  /** Makes Discord's list of commands equal to ours, with the token of the config. */
  readonly registerCommands: (
    config: Config,
    log: Logger,
  ) => Promise<{ readonly registered: number; readonly failedGuildIds: readonly string[] }>;
  /** Looks at everything that Discord knows of the bot. Never rejects. */
  readonly inspectDiscord: (
    config: Config & { readonly token: string },
  ) => Promise<readonly Finding[]>;
  /** Looks at the snapshot that the bot would use; see {@link inspectSnapshot}. */
  readonly inspectSnapshot: (
    config: Config,
    corpusHash: string,
  ) => ReturnType<typeof inspectSnapshot>;
  /** A chart as an SVG document. */
  readonly renderSvg: (chart: TimelineChart) => Promise<string>;
  readonly version: string;
  /** The version of Node.js that runs, such as `22.1.0`, and the oldest that will do. */
  readonly nodeVersion: string;
  readonly oldestNode: string;
}

/** One run of one sub-command: everything that it is given. */
export interface Session {
  readonly io: Io;
  readonly parts: Parts;
  /** With the folder of `--corpus`, where that was given. */
  readonly config: Config;
  /** What is wrong with the settings, and the names of everything that could be one. */
  readonly settings: Pick<SettingsInspection, 'issues' | 'names'>;
  readonly locale: Locale;
  readonly log: Logger;
  /** Whether results are printed as JSON. */
  readonly json: boolean;
}
