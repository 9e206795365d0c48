import type { ShardState, Telemetry } from '../shared/telemetry.ts';

/** Whether questions can be answered, and if not, what is missing. */
interface Readiness {
  readonly ready: boolean;
  /** `index`, `gateway`, `shard 0` and so on, `stopping`; empty when ready. */
  readonly missing: readonly string[];
  /** By the number of the shard. */
  readonly shards: Readonly<Record<string, ShardState>>;
  /** 0 before the articles are indexed, and when there are none. */
  readonly articles: number;
}

/** Follows the bot, and says whether it is ready. */
export interface Health extends Pick<Telemetry, 'onShard' | 'onBot'> {
  readonly readiness: () => Readiness;
}

/** A bot that is starting. `figures` gives null until there is an index. */
export function createHealth(figures: () => IndexGauges | null): Health {
  const shards = new Map<number, ShardState>();
  let bot: 'starting' | 'ready' | 'stopping' = 'starting';

  return {
    onShard: (shard, state) => void shards.set(shard, state),
    onBot(state) {
      bot = state;
    },
    readiness() {
      const articles = figures()?.articles ?? 0;
      const missing: string[] = [];
      if (bot === 'stopping') missing.push('stopping');
      if (articles === 0) missing.push('index');
      if (bot === 'starting') missing.push('gateway');
      for (const [shard, state] of shards) if (state !== 'ready') missing.push(`shard ${shard}`);
      const ready = missing.length === 0;
      return { ready, missing, shards: Object.fromEntries(shards), articles };
    },
  };
}

/** What is known of the index in use. */
export interface IndexGauges {
  readonly articles: number;
  readonly passages: number;
  /** The id of the generation. */
  readonly generation: string;
  /** ms since the epoch. */
  readonly builtAt: number;
}
