import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from 'discord.js';
import type { Action } from '../../commands/index.ts';
import { shorten } from '../../shared/graphemes.ts';
import { type Control, encodeControlIds } from './custom-id.ts';
import { replaceLoneSurrogates } from './escape.ts';
import { BUTTON_LABEL_UNITS } from './message-limits.ts';

/** A row of buttons. */
export type ControlRow = ActionRowBuilder<ButtonBuilder>;

/** The rows of one message; each is null where it has none. */
export interface ControlRows {
  readonly actions: ControlRow | null;
  readonly feedback: ControlRow | null;
}

/** Buttons in a row (Discord's reference). */
const ROW_BUTTONS = 5;

const STYLES = { main: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

/**
 * A button for every action and for every answer to what is asked about the reply. What they do may
 * be too long for their ids: then spare actions give theirs, or else those for feedback are left
 * out, or else the actions are.
 */
export function createControlRows(
  actions: readonly Action[],
  feedback: readonly Action[],
  generationId: string,
): ControlRows {
  const wanted = actions.filter(({ isSpare }) => isSpare !== true);
  const encoded = (shown: readonly Action[], asked: readonly Action[]): ControlRows | null => {
    const main = controlsOf(shown, generationId);
    const others = controlsOf(asked, generationId);
    const ids = encodeControlIds([
      ...main,
      ...others.map((control) => withOptionsOf(main, control)),
    ]);
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

function controlsOf(actions: readonly Action[], generationId: string): (Control | null)[] {
  return actions
    .slice(0, ROW_BUTTONS)
    .map(({ call, target = 'here' }) => call && { ...call, generationId, target });
}

/**
 * The control with the options that all others have in common, such as a long question. It needs
 * none of them, but what all controls have is written once.
 */
function withOptionsOf(
  others: readonly (Control | null)[],
  control: Control | null,
): Control | null {
  const [first, ...rest] = others.filter((other) => other !== null);
  if (!first || !control) return control;
  const common = Object.entries(first.options).filter(([name, value]) =>
    rest.every(({ options }) => options[name] === value),
  );
  return { ...control, options: { ...Object.fromEntries(common), ...control.options } };
}

function rowOf(actions: readonly Action[], ids: readonly string[]): ControlRow | null {
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
