import {
  type APIApplicationCommand,
  type APIInteraction,
  ApplicationIntegrationType,
  type InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';

/** How often an app that only its user has installed may follow up on one interaction in a server. */
export const MOST_FOLLOW_UPS_BY_USER_APP = 5;

/** Whether the interaction is in a server where only the person has installed the app. */
export function isByUserAppInServer(payload: APIInteraction): boolean {
  const owners = payload.authorizing_integration_owners;
  const isInstalled = ApplicationIntegrationType.GuildInstall in owners;
  return payload.guild_id !== undefined && !isInstalled;
}

/** Whether Discord makes every reply private: the person may not use apps of their own there. */
export function isForcedPrivate(payload: APIInteraction): boolean {
  if (!isByUserAppInServer(payload)) return false;
  const permissions = BigInt(payload.member?.permissions ?? '0');
  return (permissions & PermissionFlagsBits.UseExternalApps) === 0n;
}

/** Throws when a command is not offered where an interaction comes from. */
export function requirePlace(
  command: APIApplicationCommand | undefined,
  payload: APIInteraction,
): void {
  const { context, authorizing_integration_owners: owners } = payload;
  const contexts: readonly (InteractionContextType | undefined)[] | null | undefined =
    command?.contexts;
  const types = command?.integration_types?.map(String);
  const isOffered = contexts?.includes(context) ?? true;
  const isInstalled = types === undefined || types.some((type) => Object.hasOwn(owners, type));
  if (isOffered && isInstalled) return;
  throw new Error(`fake Discord: "${command?.name}" is not offered in this place`);
}
