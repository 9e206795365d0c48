import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from 'discord.js';
import type { Action } from '../commands/index.ts';
import { BUTTON_LABEL_UNITS } from './budget.ts';
import { encodeControlIds } from './control-id.ts';
import { replaceLoneSurrogates } from './escape.ts';
import { shorten } from './graphemes.ts';

/** A row of buttons. */
export type ControlRow = ActionRowBuilder<ButtonBuilder>;

/** Buttons in a row (Discord's reference). */
const ROW_BUTTONS = 5;

const STYLES = { main: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

/** A button for every action, or null when what they do is too long for their ids. */
export function createControlRow(
  actions: readonly Action[],
  generationId: string,
): ControlRow | null {
  const offered = actions.slice(0, ROW_BUTTONS);
  const ids = encodeControlIds(
    offered.map(({ call, target = 'here' }) => call && { ...call, generationId, target }),
  );
  if (ids === null) return null;
  const buttons = offered.map(({ label, call, emphasis }, index) =>
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
