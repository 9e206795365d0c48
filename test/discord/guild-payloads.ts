import {
  type APIUser,
  ApplicationFlags,
  ChannelType,
  type GatewayGuildCreateDispatchData,
  type GatewayReadyDispatchData,
  GatewayVersion,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildFeature,
  GuildMemberFlags,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildSystemChannelFlags,
  GuildVerificationLevel,
  Locale,
  type LocaleString,
  PermissionFlagsBits,
  RoleFlags,
} from 'discord-api-types/v10';

/** The application, which is its bot's user as well. */
export const APPLICATION_ID = '1100000000000000001';
/** The server an interaction comes from unless it says otherwise. */
export const GUILD_ID = '1100000000000000002';
/** The channel an interaction comes from unless it says otherwise. */
export const CHANNEL_ID = '1100000000000000003';
/** The person who asks unless an interaction says otherwise. */
const USER_ID = '1100000000000000004';

/** What everyone may do in the fake's servers; it gives no rights of administration. */
export const MEMBER_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.UseExternalApps;
/** What the bot may do where it is installed. */
export const APP_PERMISSIONS =
  MEMBER_PERMISSIONS | PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.AttachFiles;

// Typed as a number, since the enumerations of flags have no name for none.
const NO_FLAGS: number = 0;
const LOCALES = new Map<string, Locale>(Object.values(Locale).map((locale) => [locale, locale]));
const JOINED_AT = '2025-06-01T08:00:00.000000+00:00';

/** A locale's name as the enumeration of discord-api-types wants it. */
export function localeOf(name: LocaleString): Locale {
  return LOCALES.get(name) ?? Locale.EnglishUS;
}

/** A person, with the fields left out filled in. */
export function userPayload(user: Partial<APIUser> = {}): APIUser {
  const name = { username: 'asker', discriminator: '0', global_name: 'Asker' };
  const flags = { public_flags: NO_FLAGS, flags: NO_FLAGS };
  return { id: USER_ID, ...name, ...flags, avatar: null, primary_guild: null, ...user };
}

/** The bot's own user. */
export function botPayload(): APIUser {
  return userPayload({ id: APPLICATION_ID, username: 'verbatim', global_name: null, bot: true });
}

/** What READY says: who the client is, and which servers will follow. */
export function readyPayload(
  guildIds: readonly string[],
  session: { readonly id: string; readonly url: string; readonly shard: [number, number] },
): GatewayReadyDispatchData {
  return {
    v: Number(GatewayVersion),
    user: { ...botPayload(), verified: true, mfa_enabled: true, email: null },
    guilds: guildIds.map((id) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: session.url,
    shard: session.shard,
    application: {
      id: APPLICATION_ID,
      flags: ApplicationFlags.ApplicationCommandBadge,
      flags_new: '0',
    },
  };
}

/** A small server: one channel, the role of everyone, and the bot as a member. */
export function guildPayload(guildId: string, channelId: string): GatewayGuildCreateDispatchData {
  return {
    id: guildId,
    name: `Server ${guildId.slice(-4)}`,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: USER_ID,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: GuildVerificationLevel.None,
    default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
    explicit_content_filter: GuildExplicitContentFilter.Disabled,
    emojis: [],
    features: [GuildFeature.Community],
    mfa_level: GuildMFALevel.None,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: GuildSystemChannelFlags.SuppressJoinNotifications,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: GuildPremiumTier.None,
    preferred_locale: Locale.EnglishUS,
    public_updates_channel_id: null,
    nsfw_level: GuildNSFWLevel.Default,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    hub_type: null,
    incidents_data: null,
    region: 'deprecated',
    stickers: [],
    joined_at: JOINED_AT,
    large: false,
    member_count: 2,
    voice_states: [],
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    roles: [
      {
        id: guildId,
        name: '@everyone',
        color: 0,
        colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
        hoist: false,
        position: 0,
        permissions: MEMBER_PERMISSIONS.toString(),
        managed: false,
        mentionable: false,
        flags: RoleFlags.InPrompt,
      },
    ],
    channels: [
      {
        id: channelId,
        type: ChannelType.GuildText,
        name: 'general',
        position: 0,
        permission_overwrites: [],
        nsfw: false,
      },
    ],
    members: [
      {
        user: botPayload(),
        roles: [],
        joined_at: JOINED_AT,
        deaf: false,
        mute: false,
        flags: GuildMemberFlags.DidRejoin,
      },
    ],
  };
}
