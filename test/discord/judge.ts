import { type APIMessage, InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { objectFrom, objectsFrom, stringsIn } from './json.ts';
import { type CommandScope, judgeCommands } from './judge-command.ts';
import { judgeMessage } from './judge-message.ts';
import { judgeModal } from './judge-modal.ts';
import type { ParsedBody } from './multipart.ts';
import { type BodyKind, checkSpecification } from './specification.ts';
import type { Report, Violation } from './violations.ts';

const FILE_MAX_BYTES = 10 * 1024 * 1024;
const LONE_SURROGATE = /\p{Surrogate}/u;

const CALLBACK_KINDS: Readonly<Record<number, BodyKind>> = {
  [InteractionResponseType.ChannelMessageWithSource]: 'reply',
  [InteractionResponseType.DeferredChannelMessageWithSource]: 'reply',
  [InteractionResponseType.DeferredMessageUpdate]: 'update',
  [InteractionResponseType.UpdateMessage]: 'update',
  [InteractionResponseType.ApplicationCommandAutocompleteResult]: 'choices',
  [InteractionResponseType.Modal]: 'modal',
};

/** Judges the first answer to an interaction; `source` is the message of the control that was used. */
export function judgeCallback(
  sent: ParsedBody,
  source: APIMessage | undefined,
  where: string,
): Violation[] {
  return collect(sent, where, (report) => {
    const body = objectFrom(sent.json);
    const data = objectFrom(body['data']);
    const kind = CALLBACK_KINDS[Number(body['type'])];
    if (kind === undefined) {
      report('wrong-answer-type', '.type', `${String(body['type'])} is no answer this bot gives`);
      return;
    }
    checkSpecification(kind, body, report);
    const inData: Report = (rule, path, detail) => report(rule, `.data${path}`, detail);
    switch (body['type']) {
      case InteractionResponseType.ChannelMessageWithSource:
        judgeMessage(data, sent.files, undefined, inData);
        break;
      case InteractionResponseType.UpdateMessage:
        judgeMessage(data, sent.files, source, inData);
        break;
      case InteractionResponseType.DeferredChannelMessageWithSource:
        if ((Number(data['flags'] ?? 0) & ~MessageFlags.Ephemeral) !== 0) {
          report(
            'deferred-flags',
            '.data.flags',
            `${String(data['flags'])}, only EPHEMERAL (64) is`,
          );
        }
        break;
      case InteractionResponseType.Modal:
        judgeModal(data, inData);
        break;
      default:
    }
  });
}

/** Judges a message that is no first answer: a follow-up, or a post to a channel. */
export function judgeNewMessage(
  kind: 'follow-up' | 'post',
  sent: ParsedBody,
  where: string,
): Violation[] {
  return collect(sent, where, (report) => {
    checkSpecification(kind, sent.json, report);
    judgeMessage(objectFrom(sent.json), sent.files, undefined, report);
  });
}

/** Judges the edit of a message: the body, and the message as it would stand afterwards. */
export function judgeEdit(sent: ParsedBody, before: APIMessage, where: string): Violation[] {
  return collect(sent, where, (report) => {
    checkSpecification('edit', sent.json, report);
    judgeMessage(objectFrom(sent.json), sent.files, before, report);
  });
}

/** Judges a list of commands that replaces all others of its scope. */
export function judgeCommandList(
  sent: ParsedBody,
  scope: CommandScope,
  where: string,
): Violation[] {
  return collect(sent, where, (report) => {
    if (!Array.isArray(sent.json)) report('specification', '', 'expected a list of commands');
    const commands = objectsFrom(sent.json);
    for (const [index, command] of commands.entries()) {
      const inCommand: Report = (rule, path, detail) => report(rule, `[${index}]${path}`, detail);
      checkSpecification('command-update', command, inCommand);
    }
    judgeCommands(commands, scope, report);
  });
}

/** Judges one command: created, or (with `before`) changed. */
export function judgeCommand(
  sent: ParsedBody,
  before: object | undefined,
  scope: CommandScope,
  where: string,
): Violation[] {
  return collect(sent, where, (report) => {
    checkSpecification(before ? 'command-patch' : 'command-create', sent.json, report);
    judgeCommands([{ ...before, ...objectFrom(sent.json) }], scope, report);
  });
}

function collect(sent: ParsedBody, where: string, run: (report: Report) => void): Violation[] {
  const violations: Violation[] = [];
  const report: Report = (rule, path, detail) =>
    violations.push({ rule, where: `${where} body${path}`, detail });
  run(report);
  for (const [path, text] of stringsIn(sent.json)) {
    if (LONE_SURROGATE.test(text)) report('lone-surrogate', path, JSON.stringify(text.slice(-40)));
  }
  for (const { name, content } of sent.files) {
    if (content.length > FILE_MAX_BYTES) report('specification', `.${name}`, 'over 10 MiB');
  }
  return violations;
}
