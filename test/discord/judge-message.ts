import { type APIMessage, ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { type JsonObject, numberFrom, objectFrom, objectsFrom, textFrom } from './json.ts';
import type { UploadedFile } from './multipart.ts';
import type { Report } from './violations.ts';

const TEXTS_MAX_CHARACTERS = 4000;
// Seen in the field: beyond this, Discord answers 500. Each text display costs 12 bytes of it.
const TEXTS_MAX_BYTES = 10_170;
const TEXT_OVERHEAD_BYTES = 12;
const EMBEDS_MAX_CHARACTERS = 6000;
const COMPONENTS_MAX = 40;
const ROWS_MAX = 5;
const EMBED_PARTS = ['title', 'description', 'image', 'thumbnail', 'video', 'author', 'footer'];
const CLASSIC_COMPONENTS: ReadonlySet<unknown> = new Set([
  ComponentType.ActionRow,
  ComponentType.Button,
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

interface Placed {
  readonly component: JsonObject;
  readonly path: string;
}

/** Judges a message as it would stand after this body: a new one, or `before` with an edit applied. */
export function judgeMessage(
  body: JsonObject,
  files: readonly UploadedFile[],
  before: APIMessage | undefined,
  report: Report,
): void {
  const isLoading = ((before?.flags ?? 0) & MessageFlags.Loading) !== 0;
  const held = isLoading ? {} : objectFrom(before);
  const after: JsonObject = { ...held, ...body };
  const flags = numberFrom(body['flags']) | numberFrom(held['flags']);
  const isV2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  const embeds = objectsFrom(after['embeds']);
  const placed = [...placedIn(after['components'], '.components')];

  judgeMentions(body, report);
  judgeEmbeds(embeds, report);
  judgeComponents(placed, report);
  judgeFiles(placed, fileNames(body, files, held), report);
  judgeGalleries(placed, fileNames(body, files, held), report);
  const beside = ['content', 'embeds', 'poll', 'sticker_ids', 'sticker_items'].filter((key) =>
    isFilled(after[key]),
  );
  if (isV2) {
    for (const key of beside) {
      report('beside-components-v2', `.${key}`, 'not allowed in a message of Components V2');
    }
    judgeTexts(placed, report);
  } else {
    const modern = placed.find(({ component }) => !CLASSIC_COMPONENTS.has(component['type']));
    if (modern) report('components-v2-flag', modern.path, 'needs the flag IS_COMPONENTS_V2');
    const rows = objectsFrom(after['components']).length;
    if (rows > ROWS_MAX)
      report('too-many-rows', '.components', `${rows} rows, at most ${ROWS_MAX}`);
  }
  if (
    beside.length === 0 &&
    placed.length === 0 &&
    files.length === 0 &&
    !isFilled(after['attachments'])
  ) {
    report('empty-message', '', 'no content, embed, component, file, poll or sticker');
  }
}

/** The project's rule: nobody is ever pinged, so every text says so itself. Edits too, where defaults apply again. */
function judgeMentions(body: JsonObject, report: Report): void {
  const hasText =
    isFilled(body['content']) ||
    isFilled(body['embeds']) ||
    [...placedIn(body['components'], '')].some(({ component }) => isTextDisplay(component));
  const allowed = objectFrom(body['allowed_mentions']);
  const parses = Array.isArray(allowed['parse']) && allowed['parse'].length === 0;
  const names = isFilled(allowed['users']) || isFilled(allowed['roles']);
  if (names || allowed['replied_user'] === true || (!parses && hasText)) {
    const seen = JSON.stringify(body['allowed_mentions']) ?? 'absent';
    report('mentions', '.allowed_mentions', `is ${seen}, should be {"parse":[]}`);
  }
}

function judgeEmbeds(embeds: readonly JsonObject[], report: Report): void {
  let characters = 0;
  for (const [index, embed] of embeds.entries()) {
    const fields = objectsFrom(embed['fields']);
    if (fields.length === 0 && !EMBED_PARTS.some((key) => isFilled(embed[key]))) {
      report('empty-embed', `.embeds[${index}]`, 'an embed with nothing to show');
    }
    const texts = [embed['title'], embed['description'], objectFrom(embed['footer'])['text']];
    texts.push(objectFrom(embed['author'])['name']);
    texts.push(...fields.flatMap((field) => [field['name'], field['value']]));
    for (const text of texts) characters += textFrom(text).length;
  }
  if (characters > EMBEDS_MAX_CHARACTERS) {
    const detail = `${characters} characters over all, at most ${EMBEDS_MAX_CHARACTERS}`;
    report('embeds-too-long', '.embeds', detail);
  }
}

/** Judges what holds for the components of a message and of a modal alike. */
export function judgeControls(components: unknown, report: Report): void {
  judgeComponents([...placedIn(components, '.components')], report);
}

function judgeComponents(placed: readonly Placed[], report: Report): void {
  if (placed.length > COMPONENTS_MAX) {
    const detail = `${placed.length} with the nested ones, at most ${COMPONENTS_MAX}`;
    report('too-many-components', '.components', detail);
  }
  const seen = new Set<string>();
  for (const { component, path } of placed) {
    const customId = textFrom(component['custom_id']);
    if (customId !== '' && seen.has(customId)) {
      report('custom-id-twice', `${path}.custom_id`, JSON.stringify(customId));
    }
    seen.add(customId);
    if (component['type'] === ComponentType.Button) judgeButton(component, path, report);
    if (component['type'] === ComponentType.ActionRow) judgeRow(component, path, report);
  }
}

function judgeButton(button: JsonObject, path: string, report: Report): void {
  const [isLink, isPremium] = [ButtonStyle.Link, ButtonStyle.Premium].map(
    (style) => button['style'] === style,
  );
  const targets = ['custom_id', 'url', 'sku_id'].filter((key) => (button[key] ?? null) !== null);
  const wanted = isLink ? 'url' : isPremium ? 'sku_id' : 'custom_id';
  if (targets.join() !== wanted) {
    report('button-target', path, `has [${targets.join(', ')}], its style wants ${wanted}`);
  }
  if (!isPremium && !isFilled(button['label']) && !isFilled(button['emoji'])) {
    report('button-face', path, 'neither label nor emoji');
  }
}

function judgeRow(row: JsonObject, path: string, report: Report): void {
  const kinds = objectsFrom(row['components']).map(({ type }) => type);
  const others = kinds.filter((type) => type !== ComponentType.Button).length;
  if (others > 0 && kinds.length > 1) {
    report('mixed-row', path, 'a row holds up to five buttons, or one select alone');
  }
}

/** The files that a message has after this body: those that came with it, and those of before that it keeps. */
function fileNames(
  body: JsonObject,
  files: readonly UploadedFile[],
  held: JsonObject,
): ReadonlySet<string> {
  const kept = new Set(objectsFrom(body['attachments']).map(({ id }) => id));
  const before = objectsFrom(held['attachments']).filter(
    ({ id }) => body['attachments'] === undefined || kept.has(id),
  );
  return new Set([
    ...files.map(({ name }) => name),
    ...before.map(({ filename }) => textFrom(filename)),
  ]);
}

function judgeGalleries(
  placed: readonly Placed[],
  names: ReadonlySet<string>,
  report: Report,
): void {
  for (const { component, path } of placed) {
    if (component['type'] !== ComponentType.MediaGallery) continue;
    for (const [index, item] of objectsFrom(component['items']).entries()) {
      const url = textFrom(objectFrom(item['media'])['url']);
      const name = /^attachment:\/\/(?<name>.*)$/su.exec(url)?.groups?.['name'];
      if (name === undefined || names.has(name)) continue;
      report(
        'attachment-missing',
        `${path}.items[${index}].media.url`,
        `no file is called ${name}`,
      );
    }
  }
}

function judgeFiles(placed: readonly Placed[], names: ReadonlySet<string>, report: Report): void {
  for (const { component, path } of placed) {
    if (component['type'] !== ComponentType.File) continue;
    const url = textFrom(objectFrom(component['file'])['url']);
    // Files elsewhere cannot be shown (Discord's reference).
    const name = /^attachment:\/\/(?<name>.*)$/su.exec(url)?.groups?.['name'];
    if (name !== undefined && names.has(name)) continue;
    report('attachment-missing', `${path}.file.url`, `no file is called ${name ?? url}`);
  }
}

function judgeTexts(placed: readonly Placed[], report: Report): void {
  const texts = placed.filter(({ component }) => isTextDisplay(component));
  const contents = texts.map(({ component }) => textFrom(component['content']));
  const characters = contents.join('').length;
  // One text alone beyond the limit is the specification's to report.
  if (
    characters > TEXTS_MAX_CHARACTERS &&
    contents.every((t) => t.length <= TEXTS_MAX_CHARACTERS)
  ) {
    const detail = `${characters} characters over all, at most ${TEXTS_MAX_CHARACTERS}`;
    report('texts-too-long', '.components', detail);
  }
  const bytes = Buffer.byteLength(contents.join('')) + TEXT_OVERHEAD_BYTES * texts.length;
  if (bytes > TEXTS_MAX_BYTES) {
    report('texts-too-many-bytes', '.components', `${bytes}, at most ${TEXTS_MAX_BYTES}`);
  }
}

function isTextDisplay(component: JsonObject): boolean {
  return component['type'] === ComponentType.TextDisplay;
}

/** Every component of a tree, outermost first. */
export function* placedIn(components: unknown, path: string): Generator<Placed> {
  for (const [index, component] of objectsFrom(components).entries()) {
    const here = `${path}[${index}]`;
    yield { component, path: here };
    yield* placedIn(component['components'], `${here}.components`);
    for (const key of ['accessory', 'component']) {
      if (key in component) yield* placedIn([component[key]], `${here}.${key}`);
    }
  }
}

function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== '';
}
