import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from 'discord.js';
import type { Action } from '../../commands/index.ts';
import { shorten } from '../../shared/graphemes.ts';
import { type ComponentCall, encodeCustomIds } from './custom-id.ts';
import { replaceLoneSurrogates } from './markdown.ts';
import { BUTTON_LABEL_UNITS } from './message-limits.ts';

/** A row of buttons. */
export type ButtonRow = ActionRowBuilder<ButtonBuilder>;

/** The rows of one message; each is null where it has none. */
export interface ButtonRows {
  readonly actions: ButtonRow | null;
  readonly feedback: ButtonRow | null;
}

/** Buttons in a row (Discord's reference). */
const ROW_BUTTONS = 5;

const STYLES = { main: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

/**
 * A button for every action and for every answer to what is asked about the reply. What they do may
 * be too long for their ids: then spare actions give theirs, or else those for feedback are left
 * out, or else the actions are.
 */
export function createButtonRows(
  actions: readonly Action[],
  feedback: readonly Action[],
  generationId: string,
): ButtonRows {
  const wanted = actions.filter(({ isSpare }) => isSpare !== true);
  const encoded = (shown: readonly Action[], asked: readonly Action[]): ButtonRows | null => {
    const main = callsOf(shown, generationId);
    const others = callsOf(asked, generationId);
    const ids = encodeCustomIds([...main, ...others.map((call) => withOptionsOf(main, call))]);
    if (ids === null) return null;
    return {
      actions: rowOf(shown, ids.slice(0, main.length)),
      feedback: rowOf(asked, ids.slice(main.length)),
    };
  };
  return (
    encoded(wanted, feedback) ??
    encoded(actions, feedback) ??
    encoded(wanted, []) ??
    encoded(actions, []) ??
    encoded([], feedback) ?? { actions: null, feedback: null }
  );
}

function callsOf(actions: readonly Action[], generationId: string): (ComponentCall | null)[] {
  return actions
    .slice(0, ROW_BUTTONS)
    .map(({ call, target = 'here' }) => call && { ...call, generationId, target });
}

/**
 * The call with the options that all others have in common, such as a long question. It needs none
 * of them, but what all components have is written once.
 */
function withOptionsOf(
  others: readonly (ComponentCall | null)[],
  call: ComponentCall | null,
): ComponentCall | null {
  const [first, ...rest] = others.filter((other) => other !== null);
  if (!first || !call) return call;
  const common = Object.entries(first.options).filter(([name, value]) =>
    rest.every(({ options }) => options[name] === value),
  );
  return { ...call, options: { ...Object.fromEntries(common), ...call.options } };
}

function rowOf(actions: readonly Action[], ids: readonly string[]): ButtonRow | null {
  if (ids.length === 0) return null;
  const buttons = actions.slice(0, ROW_BUTTONS).map(({ label, call, emphasis }, index) =>
    new ButtonBuilder()
      .setStyle(emphasis === undefined ? ButtonStyle.Secondary : STYLES[emphasis])
      .setLabel(buttonLabel(label))
      .setCustomId(ids[index] ?? '')
      .setDisabled(call === null),
  );
  return new ActionRowBuilder<ButtonBuilder>().addComponents(buttons);
}

/** A label as Discord takes it: not blank, without broken pairs, and not too long. */
function buttonLabel(text: string): string {
  return replaceLoneSurrogates(shorten(text.trim() || '…', BUTTON_LABEL_UNITS));
}
