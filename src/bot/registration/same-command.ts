import { isDeepStrictEqual } from 'node:util';
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { z } from 'zod';

/** Discord leaves empty lists and maps out, sends null for them, or sends them: all the same. */
const LOCALIZATIONS = z
  .record(z.string(), z.string().nullish())
  .nullish()
  .transform((map) =>
    Object.fromEntries(Object.entries(map ?? {}).filter(([, text]) => text !== null)),
  );

const FLAG = z.boolean().nullish().transform(Boolean);

const TEXTS = {
  name: z.string(),
  name_localizations: LOCALIZATIONS,
  description: z.string().default(''),
  description_localizations: LOCALIZATIONS,
};

const CHOICE = z.object({
  name: z.string(),
  name_localizations: LOCALIZATIONS,
  value: z.union([z.string(), z.number()]),
});

const OPTION_FIELDS = {
  ...TEXTS,
  type: z.enum(ApplicationCommandOptionType),
  required: FLAG,
  autocomplete: FLAG,
  choices: z
    .array(CHOICE)
    .nullish()
    .transform((choices) => choices ?? []),
  min_length: z
    .number()
    .nullish()
    .transform((length) => length ?? 0),
  max_length: z
    .number()
    .nullish()
    .transform((length) => length ?? null),
};

const INNER_OPTIONS = z
  .array(z.object(OPTION_FIELDS))
  .nullish()
  .transform((options) => options ?? []);

const COMMAND = z.object({
  ...TEXTS,
  type: z.enum(ApplicationCommandType).default(ApplicationCommandType.ChatInput),
  options: z
    .array(z.object({ ...OPTION_FIELDS, options: INNER_OPTIONS }))
    .nullish()
    .transform((options) => options ?? []),
  default_member_permissions: z
    .string()
    .nullish()
    .transform((bits) => bits ?? null),
  nsfw: FLAG,
});

const PLACES = z.object({
  contexts: z.array(z.number()).nullish().transform(sorted),
  integration_types: z.array(z.number()).nullish().transform(sorted),
});

/**
 * Whether a command that Discord has is the wanted one, apart from what Discord adds (ids, versions,
 * defaults). Where the wanted one says nothing of its contexts, any are right.
 */
export function isSameCommand(wanted: object, existing: object): boolean {
  const one = COMMAND.safeParse(wanted);
  const other = COMMAND.safeParse(existing);
  if (!one.success || !other.success || !isDeepStrictEqual(one.data, other.data)) return false;

  const places = PLACES.safeParse(wanted);
  const otherPlaces = PLACES.safeParse(existing);
  if (!places.success || !otherPlaces.success) return false;
  const { contexts, integration_types: types } = places.data;
  return (
    (contexts === null || isDeepStrictEqual(contexts, otherPlaces.data.contexts)) &&
    (types === null || isDeepStrictEqual(types, otherPlaces.data.integration_types))
  );
}

function sorted(numbers: readonly number[] | null | undefined): readonly number[] | null {
  return numbers?.toSorted((one, other) => one - other) ?? null;
}
