/** How the use of a command ended. `refused`: the input could not be used, or the person may not. */
export type CommandOutcome = 'answered' | 'closest' | 'nothing' | 'refused' | 'failed';

/** How a shard of the gateway stands. `closed`: it will not come back by itself. */
export type ShardState = 'connecting' | 'ready' | 'closed';

/**
 * Where the bot tells what goes on, for whoever watches over it. It is told what happened, never
 * what was asked or by whom. Nothing here may throw.
 */
export interface Telemetry {
  /** A command was used. `durationMs`: until its message was there, without sending it. */
  readonly onCommand: (use: {
    readonly command: string;
    readonly outcome: CommandOutcome;
    readonly durationMs: number;
  }) => void;
  /** Choices were offered while someone typed. `durationMs`: until Discord had them. */
  readonly onAutocomplete: (durationMs: number) => void;
  readonly onShard: (shard: number, state: ShardState) => void;
  /** `ready`: connected with every shard, and the commands are registered. */
  readonly onBot: (state: 'ready' | 'stopping') => void;
}

/** Tells nobody. */
export const NO_TELEMETRY: Telemetry = {
  onCommand: () => {},
  onAutocomplete: () => {},
  onShard: () => {},
  onBot: () => {},
};
