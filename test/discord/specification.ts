/* oxlint-disable no-underscore-dangle -- where zod's core keeps the definition of a schema */
import * as published from 'discord-api-spec/zod';
import * as z from 'zod/mini';
import * as core from 'zod/v4/core';
import { isObject } from './json.ts';
import type { Report } from './violations.ts';

const PERMISSIONS = z.nullish(
  z.union([z.number(), z.string().check(z.regex(/^\d+$/u, 'permissions are a decimal number'))]),
);

// What discord.js sends, or Discord documents, beyond its published specification.
const BEYOND: Readonly<Record<string, core.$ZodType>> = {
  default_member_permissions: PERMISSIONS,
};

// The document says `format: uri`; its schemas take whatever a browser takes for an address.
const CHARACTER = String.raw`(?:[\w.~!$&'()*+,;=:@-]|%[\dA-Fa-f]{2})`;
const HOST = String.raw`(?:\[[\dA-Fa-f:.]+\]|(?:[\w.~!$&'()*+,;=-]|%[\dA-Fa-f]{2})*)`;
const PATH = `(?://(?:${CHARACTER}*@)?${HOST}(?::[0-9]*)?(?:/${CHARACTER}*)*|/?${CHARACTER}+(?:/${CHARACTER}*)*)`;
const REST = `(?:${CHARACTER}|[/?])*`;
const URI = z.regex(
  new RegExp(`^[A-Za-z][A-Za-z0-9+.-]*:${PATH}(?:\\?${REST})?(?:#${REST})?$`, 'u'),
  'no URI by RFC 3986, appendix A',
);

const MESSAGE_EXTRAS = ['tts', 'nonce', 'enforce_nonce'];
const EXTRAS = [
  ['command', ['nsfw']],
  ['stored', []],
] as const;

const SCHEMAS = {
  reply: published.CreateMessageInteractionCallbackRequestSchema,
  update: published.UpdateMessageInteractionCallbackRequestSchema,
  choices: published.ApplicationCommandAutocompleteCallbackRequestSchema,
  modal: published.ModalInteractionCallbackRequestSchema,
  'follow-up': published.IncomingWebhookRequestPartialSchema,
  post: published.MessageCreateRequestSchema,
  edit: published.IncomingWebhookUpdateRequestPartialSchema,
  'command-create': published.ApplicationCommandCreateRequestSchema,
  'command-patch': published.ApplicationCommandPatchRequestPartialSchema,
  'command-update': published.ApplicationCommandUpdateRequestSchema,
  // What the fake itself says is held to the specification as well.
  'stored-command': published.ApplicationCommandResponseSchema,
  'stored-message': published.MessageResponseSchema,
} satisfies Record<string, core.$ZodType>;

/** A kind of body that Discord's specification describes. */
export type BodyKind = keyof typeof SCHEMAS;

/** Reports where a body departs from Discord's specification; a key that it does not know counts as well. */
export function checkSpecification(kind: BodyKind, body: unknown, report: Report): void {
  const extras = EXTRAS.find(([prefix]) => kind.startsWith(prefix))?.[1] ?? MESSAGE_EXTRAS;
  const stripped = without(body, extras);
  const known =
    isObject(stripped) && 'data' in stripped
      ? { ...stripped, data: without(stripped['data'], extras) }
      : stripped;
  const result = core.safeParse(strict(SCHEMAS[kind]), known);
  for (const issue of result.error?.issues ?? []) explain(issue, '', report);
}

function without(body: unknown, keys: readonly string[]): unknown {
  if (!isObject(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key)));
}

const strictOnes = new Map<core.$ZodType, core.$ZodType>();

// `setStrictObject` of the package comes too late: its schemas are built while it is imported. So they are copied.
function strict(schema: core.$ZodType): core.$ZodType {
  const known = strictOnes.get(schema);
  if (known !== undefined) return known;
  const copy = copyStrictly(schema);
  strictOnes.set(schema, copy);
  return copy;
}

function copyStrictly(schema: core.$ZodType): core.$ZodType {
  if (schema instanceof core.$ZodObject) {
    const fields = Object.entries<core.$ZodType>(schema._zod.def.shape);
    const shape = Object.fromEntries(
      fields.map(([key, field]) => [key, BEYOND[key] ?? strict(field)]),
    );
    return core.clone(schema, { ...schema._zod.def, shape, catchall: z.never() });
  }
  if (schema instanceof core.$ZodLazy) return z.lazy(() => strict(schema._zod.def.getter()));
  if (schema instanceof core.$ZodArray) {
    return core.clone(schema, { ...schema._zod.def, element: strict(schema._zod.def.element) });
  }
  if (schema instanceof core.$ZodUnion) {
    return core.clone(schema, { ...schema._zod.def, options: schema._zod.def.options.map(strict) });
  }
  if (schema instanceof core.$ZodOptional || schema instanceof core.$ZodNullable) {
    return core.clone(schema, {
      ...schema._zod.def,
      innerType: strict(schema._zod.def.innerType),
    });
  }
  if (schema instanceof core.$ZodString) {
    const { checks = [] } = schema._zod.def;
    const isAddress = checks.some(({ _zod: { def } }) => 'format' in def && def.format === 'url');
    if (isAddress) return core.clone(schema, { ...schema._zod.def, checks: [...checks, URI] });
  }
  return schema;
}

function explain(issue: core.$ZodIssue, above: string, report: Report): void {
  const path = issue.path.reduce<string>(
    (so, step) => so + (typeof step === 'number' ? `[${step}]` : `.${String(step)}`),
    above,
  );
  const branch = issue.code === 'invalid_union' ? likeliestBranch(issue.errors) : undefined;
  if (branch === undefined) report('specification', path, issue.message);
  else for (const inner of branch) explain(inner, path, report);
}

/** The alternative that was meant: the one whose `type` fits, then the one with the fewest complaints. */
function likeliestBranch(branches: readonly core.$ZodIssue[][]): core.$ZodIssue[] | undefined {
  return branches.toSorted((a, b) => mismatchOf(a) - mismatchOf(b))[0];
}

function mismatchOf(issues: readonly core.$ZodIssue[]): number {
  return issues.length + (issues.some(({ path }) => path[0] === 'type') ? 1000 : 0);
}
