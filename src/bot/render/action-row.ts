import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
} from 'discord.js';
import type { Action, Menu, Reply } from '../../commands/index.ts';
import { shorten } from '../../shared/graphemes.ts';
import { type ComponentCall, encodeCustomIds } from './custom-id.ts';
import { plainLabel, replaceLoneSurrogates } from './markdown.ts';
import { BUTTON_LABEL_UNITS, MENU_LIMITS } from './message-limits.ts';

/** A row of buttons. */
export type ButtonRow = ActionRowBuilder<ButtonBuilder>;

/** A row with one menu. */
export type MenuRow = ActionRowBuilder<StringSelectMenuBuilder>;

/** The rows of one message. */
export interface Rows {
  /** None where there are no actions, or where their ids have no room. */
  readonly actions: readonly ButtonRow[];
  readonly menu: MenuRow | null;
  readonly feedback: ButtonRow | null;
}

/** Buttons in a row (Discord's reference). */
const ROW_BUTTONS = 5;

/** Buttons for actions and for feedback: with a menu as many as ids can count. */
const ACTION_BUTTONS = 6;
const FEEDBACK_BUTTONS = 3;

const STYLES = { main: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

/**
 * A button for every action and for every answer to what is asked about the reply, and its menu.
 * What they do may be too long for their ids: then spare actions give theirs, or else those for
 * feedback are left out, or else the menu, or else the actions are.
 */
export function createRows(
  { actions = [], menu, feedback }: Pick<Reply, 'actions' | 'menu' | 'feedback'>,
  generationId: string,
): Rows {
  const asked = feedback?.actions ?? [];
  const wanted = actions.filter(({ isSpare }) => isSpare !== true);
  const encoded = (
    shown: readonly Action[],
    list: Menu | null,
    answers: readonly Action[],
  ): Rows | null => {
    const main = callsOf(shown.slice(0, ACTION_BUTTONS), generationId);
    const others = callsOf(answers.slice(0, FEEDBACK_BUTTONS), generationId);
    const ids = encodeCustomIds([
      ...main,
      ...(list ? [menuCall(list, generationId)] : []),
      ...others.map((call) => withOptionsOf(main, call)),
    ]);
    if (ids === null) return null;
    return {
      actions: rowsOf(shown, ids.slice(0, main.length)),
      menu: list && menuRow(list, ids[main.length] ?? ''),
      feedback: rowsOf(answers, ids.slice(main.length + (list ? 1 : 0)))[0] ?? null,
    };
  };
  const list = menu ?? null;
  return (
    encoded(wanted, list, asked) ??
    encoded(actions, list, asked) ??
    encoded(wanted, list, []) ??
    encoded(actions, list, []) ??
    encoded(actions, null, []) ??
    encoded([], null, asked) ?? { actions: [], menu: null, feedback: null }
  );
}

function callsOf(actions: readonly Action[], generationId: string): (ComponentCall | null)[] {
  return actions.map(({ call, target = 'here' }) => call && { ...call, generationId, target });
}

function menuCall({ call, option, target = 'here' }: Menu, generationId: string): ComponentCall {
  return { ...call, generationId, target, chosen: option };
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

/** As many rows as the ids of the first actions need. */
function rowsOf(actions: readonly Action[], ids: readonly string[]): ButtonRow[] {
  const buttons = actions.slice(0, ids.length).map(({ label, call, emphasis }, index) =>
    new ButtonBuilder()
      .setStyle(emphasis === undefined ? ButtonStyle.Secondary : STYLES[emphasis])
      .setLabel(fitLabel(label, BUTTON_LABEL_UNITS))
      .setCustomId(ids[index] ?? '')
      .setDisabled(call === null),
  );
  return Array.from({ length: Math.ceil(buttons.length / ROW_BUTTONS) }, (_, row) =>
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      buttons.slice(row * ROW_BUTTONS, (row + 1) * ROW_BUTTONS),
    ),
  );
}

function menuRow({ prompt, choices }: Menu, id: string): MenuRow {
  const options = choices.slice(0, MENU_LIMITS.choices).map(({ label, detail, value }) =>
    new StringSelectMenuOptionBuilder()
      .setLabel(fitLabel(plainLabel(label, MENU_LIMITS.units), MENU_LIMITS.units))
      .setDescription(fitLabel(plainLabel(detail, MENU_LIMITS.units), MENU_LIMITS.units))
      .setValue(value),
  );
  const menu = new StringSelectMenuBuilder()
    .setCustomId(id)
    .setPlaceholder(fitLabel(prompt, MENU_LIMITS.promptUnits))
    .addOptions(options);
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu);
}

/** A label as Discord takes it: not blank, without broken pairs, and not too long. */
function fitLabel(text: string, units: number): string {
  return replaceLoneSurrogates(shorten(text.trim() || '…', units));
}
