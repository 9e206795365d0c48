import {
  type APIModalInteractionResponseCallbackData,
  LabelBuilder,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { FormDefinition } from '../../commands/index.ts';
import { shorten } from '../../shared/graphemes.ts';
import { encodeCustomIds } from './custom-id.ts';
import { replaceLoneSurrogates } from './markdown.ts';

/** UTF-16 units in the title of a form and in a label (Discord's reference). */
const FORM_LABEL_UNITS = 45;

/** UTF-16 units in what stands in an empty field (Discord's reference). */
const PLACEHOLDER_UNITS = 100;

/** UTF-16 units in a field (Discord's reference). */
const FIELD_UNITS = 4000;

/** Labelled fields in a form (Discord's reference). */
const FORM_FIELDS = 5;

/**
 * A form as a Discord modal within every limit. What sending it in means stands in its custom id.
 *
 * @throws Error when that is too long for one id.
 */
export function renderForm(
  { title, fields, call, target }: FormDefinition,
  generationId: string,
): APIModalInteractionResponseCallbackData {
  const meaning = { ...call, generationId, target: target ? 'publicly' : 'here' } as const;
  const [customId] = encodeCustomIds([meaning]) ?? [];
  if (customId === undefined) throw new Error('what a form means is too long for its custom id');
  const labels = fields.slice(0, FORM_FIELDS).map((field) => {
    const maxLength = Math.min(field.maxLength, FIELD_UNITS);
    const input = new TextInputBuilder()
      .setCustomId(field.name)
      .setStyle(TextInputStyle.Short)
      .setRequired(field.isRequired === true)
      .setMaxLength(maxLength);
    // Discord refuses an empty value, and one that is too long.
    if (field.value !== '') input.setValue(fit(field.value, maxLength));
    if (field.placeholder) input.setPlaceholder(fit(field.placeholder, PLACEHOLDER_UNITS));
    return new LabelBuilder()
      .setLabel(fit(field.label, FORM_LABEL_UNITS))
      .setTextInputComponent(input);
  });
  return new ModalBuilder()
    .setCustomId(customId)
    .setTitle(fit(title, FORM_LABEL_UNITS))
    .addLabelComponents(labels)
    .toJSON();
}

function fit(text: string, maxUnits: number): string {
  return shorten(replaceLoneSurrogates(text), maxUnits);
}
