import { OverwriteType, PermissionFlagsBits } from 'discord.js';
import { z } from 'zod';

const BITS = z.string().regex(/^\d+$/u).transform(BigInt);

const GUILD = z.object({
  id: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions: BITS })),
});

const MEMBER = z.object({ user: z.object({ id: z.string() }), roles: z.array(z.string()) });

const CHANNEL = z.object({
  permission_overwrites: z
    .array(z.object({ id: z.string(), type: z.enum(OverwriteType), allow: BITS, deny: BITS }))
    .default([]),
});

/**
 * What a member may do in a channel of a server, as bits, by the order that Discord's reference
 * gives: the roles of the server, then what the channel changes for everyone, for roles, and for
 * the member.
 *
 * @throws ZodError when a payload is not as Discord sends it.
 */
export function permissionsIn(guild: unknown, member: unknown, channel: unknown): bigint {
  const { id: everyoneId, roles } = GUILD.parse(guild);
  const { user, roles: roleIds } = MEMBER.parse(member);
  const { permission_overwrites: overwrites } = CHANNEL.parse(channel);
  let permissions = 0n;
  for (const role of roles) {
    if (role.id === everyoneId || roleIds.includes(role.id)) permissions |= role.permissions;
  }
  if ((permissions & PermissionFlagsBits.Administrator) !== 0n) return ALL;

  function change(applies: (overwrite: (typeof overwrites)[number]) => boolean): void {
    const those = overwrites.filter(applies);
    for (const { deny } of those) permissions &= ~deny;
    for (const { allow } of those) permissions |= allow;
  }
  change(({ id }) => id === everyoneId);
  change(({ id, type }) => type === OverwriteType.Role && roleIds.includes(id));
  change(({ id, type }) => type === OverwriteType.Member && id === user.id);
  return permissions;
}

const ALL = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);
