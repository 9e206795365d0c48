import { createTranslations } from '../../i18n/index.ts';
import type { FINDINGS, FindingCode } from '../../shared/doctor-finding.ts';

/** Words of a finding, from its values in their order. */
type Words = (...values: string[]) => string;

/** The findings about which something is to be done. */
type Ailment = {
  [Code in FindingCode]: (typeof FINDINGS)[Code] extends 'ok' ? never : Code;
}[FindingCode];

/** What the doctor says. */
interface DoctorMessages {
  readonly labels: Readonly<Record<'ok' | 'warning' | 'problem', string>>;
  readonly summary: (ok: string, warnings: string, problems: string) => string;
  readonly texts: Readonly<Record<FindingCode, Words>>;
  /** What to do about it, for everything that is not in order. */
  readonly remedies: Readonly<Record<Ailment, Words>> &
    Readonly<Partial<Record<FindingCode, Words>>>;
}

/** {@link DoctorMessages} in every language. */
export const doctorMessages = createTranslations<DoctorMessages>(
  {
    labels: { ok: 'ok', warning: 'warning', problem: 'problem' },
    summary: (ok, warnings, problems) =>
      `OK: ${ok} · warnings: ${warnings} · problems: ${problems}`,
    texts: {
      'node-fits': (version) => `Node.js ${version}`,
      'node-too-old': (version, oldest) => `Node.js ${version} is older than ${oldest}`,
      'settings-fit': () => 'All settings are valid',
      'setting-wrong': (_name, fault) => fault,
      'setting-misspelt': (name, meant) => `Unknown setting ${name}. Did you mean ${meant}?`,
      'articles-read': (count, folder) => `Articles: ${count}, from ${folder}`,
      'articles-unreadable': (folder, reason) => `${folder}: ${reason}`,
      'articles-none': (folder) => `There is no usable article in ${folder}`,
      'articles-rejected': (count) => `Articles rejected: ${count}`,
      'data-writable': (folder) => `${folder} is writable`,
      'data-not-writable': (folder, reason) => `${folder} is not writable (${reason})`,
      'snapshot-none': () => 'There is no saved index yet; the bot creates one',
      'snapshot-fits': (time) => `The saved index (${time}) matches the articles`,
      'snapshot-old': (time) =>
        `The saved index (${time}) was built from other articles; it is rebuilt at the next start`,
      'snapshot-unusable': (reason) => `The saved index is unusable: ${reason}`,
      'token-missing': () => 'There is no token, so Discord was not checked',
      'token-odd': () => 'The token does not look like a bot token',
      'token-refused': () => 'Discord rejected the token',
      'token-accepted': (name) => `Discord accepted the token of ${name}`,
      'discord-unreachable': (address, reason) =>
        `Discord is unreachable at ${address} (${reason})`,
      'discord-failed': (request, reason) => `Discord answered ${request} with ${reason}`,
      'application-fits': () => 'The application receives interactions over the gateway',
      'application-endpoint': (url) => `Interactions are sent to ${url} instead of the bot`,
      'application-code-grant': () =>
        'The application requires a code grant, so no invite link works',
      'servers-joined': (count, link) => `Servers: ${count}. To add another: ${link}`,
      'servers-none': () => 'The bot is not in any server',
      'server-missing': (id) => `The bot is not in server ${id} of DISCORD_GUILD_IDS`,
      'commands-fit': (count, id) =>
        `Commands registered ${id ? `in server ${id}` : 'everywhere'}: ${count}`,
      'commands-outdated': (count, id) =>
        `Commands missing or left over ${id ? `in server ${id}` : 'everywhere'}: ${count}`,
      'commands-forbidden': (id) => `The bot may not have commands in server ${id}`,
      'audit-channel-fits': (id) => `The bot can post in channel ${id} (AUDIT_CHANNEL_ID)`,
      'audit-channel-unknown': (id) => `Unknown channel ${id} (AUDIT_CHANNEL_ID)`,
      'audit-channel-closed': (id, permissions) =>
        `The bot lacks ${permissions} in channel ${id} (AUDIT_CHANNEL_ID)`,
    },
    remedies: {
      'node-too-old': (_version, oldest) => `Install Node.js ${oldest} or later.`,
      'setting-wrong': (name) =>
        name === '.env' ? 'Check the file.' : `Fix ${name} in .env or in the environment.`,
      'setting-misspelt': (name, meant) => `Rename ${name} to ${meant}, or remove it.`,
      'articles-unreadable': () => 'Check CORPUS_DIR and the permissions of the folder.',
      'articles-none': () => 'Put articles there, or set CORPUS_DIR to a folder that has some.',
      'articles-rejected': () => 'Run "verbatim check" to see each one and what to fix.',
      'data-not-writable': () =>
        'Set DATA_DIR to a folder that the bot may write to, or fix its permissions.',
      'snapshot-unusable': () => 'No action needed: it is rebuilt at the next start.',
      'token-missing': () => "Put the bot's token into DISCORD_TOKEN in .env; see .env.example.",
      'token-odd': () =>
        'Copy it under Bot > Reset Token in the developer portal; it is not the public key or the client secret.',
      'token-refused': () =>
        'Get a new one under Bot > Reset Token in the developer portal, and put it into DISCORD_TOKEN.',
      'discord-unreachable': () => 'Check the network, any proxy, and DISCORD_API_URL.',
      'discord-failed': () => 'Try again later. For outages, see https://discordstatus.com',
      'application-endpoint': () =>
        'Remove the Interactions Endpoint URL in the developer portal, under General Information.',
      'application-code-grant': () =>
        'Switch off Requires OAuth2 Code Grant in the developer portal, under Bot.',
      'servers-none': (link) => `Add it with this link: ${link}`,
      'server-missing': (_id, link) => `Add it with this link, or fix the setting: ${link}`,
      'commands-outdated': () => 'Start the bot, or run "verbatim register".',
      'commands-forbidden': (_id, link) =>
        `Add the bot again with this link, which includes commands: ${link}`,
      'audit-channel-unknown': () => 'Copy the id of a channel in a server that the bot is in.',
      'audit-channel-closed': () => "Grant them to the bot in the channel's permissions.",
    },
  },
  (zh) => ({
    labels: { ok: zh`正常`, warning: zh`警告`, problem: zh`问题` },
    summary: (ok, warnings, problems) => zh`正常：${ok} · 警告：${warnings} · 问题：${problems}`,
    texts: {
      'node-fits': (version) => zh`Node.js ${version} 版`,
      'node-too-old': (version, oldest) => zh`Node.js ${version} 版太旧，至少需要 ${oldest}`,
      'settings-fit': () => zh`所有设置均有效`,
      'setting-wrong': (_name, fault) => fault,
      'setting-misspelt': (name, meant) => zh`没有 ${name} 这项设置。是否应为 ${meant}？`,
      'articles-read': (count, folder) => zh`文章：${count} 篇，来自 ${folder}`,
      'articles-unreadable': (folder, reason) => zh`${folder}：${reason}`,
      'articles-none': (folder) => zh`${folder} 中没有可用的文章`,
      'articles-rejected': (count) => zh`未被采用的文章：${count} 篇`,
      'data-writable': (folder) => zh`${folder} 可以写入`,
      'data-not-writable': (folder, reason) => zh`${folder} 无法写入（${reason}）`,
      'snapshot-none': () => zh`还没有保存的索引，机器人会自动创建`,
      'snapshot-fits': (time) => zh`保存的索引（${time}）与文章相符`,
      'snapshot-old': (time) => zh`保存的索引（${time}）来自其他文章，下次启动时会重建`,
      'snapshot-unusable': (reason) => zh`保存的索引无法使用：${reason}`,
      'token-missing': () => zh`没有设置令牌，因此未检查 Discord`,
      'token-odd': () => zh`令牌看起来不像机器人令牌`,
      'token-refused': () => zh`Discord 拒绝了令牌`,
      'token-accepted': (name) => zh`Discord 接受了 ${name} 的令牌`,
      'discord-unreachable': (address, reason) =>
        zh`无法连接到 ${address} 上的 Discord（${reason}）`,
      'discord-failed': (request, reason) => zh`Discord 对 ${request} 的答复是 ${reason}`,
      'application-fits': () => zh`应用通过网关接收交互`,
      'application-endpoint': (url) => zh`交互会送往 ${url}，机器人收不到`,
      'application-code-grant': () => zh`应用要求授权码，因此邀请链接无法使用`,
      'servers-joined': (count, link) => zh`服务器：${count} 个。邀请到其他服务器：${link}`,
      'servers-none': () => zh`机器人不在任何服务器中`,
      'server-missing': (id) => zh`机器人不在 DISCORD_GUILD_IDS 所列的服务器 ${id} 中`,
      'commands-fit': (count, id) =>
        id ? zh`服务器 ${id} 中已注册的命令：${count} 个` : zh`全局已注册的命令：${count} 个`,
      'commands-outdated': (count, id) =>
        id
          ? zh`服务器 ${id} 中缺少或多余的命令：${count} 个`
          : zh`全局缺少或多余的命令：${count} 个`,
      'commands-forbidden': (id) => zh`机器人不能在服务器 ${id} 中注册命令`,
      'audit-channel-fits': (id) => zh`机器人可以在频道 ${id} 中发送消息（AUDIT_CHANNEL_ID）`,
      'audit-channel-unknown': (id) => zh`没有频道 ${id}（AUDIT_CHANNEL_ID）`,
      'audit-channel-closed': (id, permissions) =>
        zh`机器人在频道 ${id} 中缺少权限：${permissions}（AUDIT_CHANNEL_ID）`,
    },
    remedies: {
      'node-too-old': (_version, oldest) => zh`请安装 Node.js ${oldest} 或更新的版本。`,
      'setting-wrong': (name) =>
        name === '.env' ? zh`请检查该文件。` : zh`请在 .env 或环境变量中改正 ${name}。`,
      'setting-misspelt': (name, meant) => zh`请将 ${name} 改名为 ${meant}，或将其删除。`,
      'articles-unreadable': () => zh`请检查 CORPUS_DIR 和该文件夹的权限。`,
      'articles-none': () => zh`请放入文章，或将 CORPUS_DIR 设为有文章的文件夹。`,
      'articles-rejected': () => zh`请运行 verbatim check，查看每一篇的问题和改正方法。`,
      'data-not-writable': () => zh`请将 DATA_DIR 设为机器人可以写入的文件夹，或修改其权限。`,
      'snapshot-unusable': () => zh`无需处理：下次启动时会重建。`,
      'token-missing': () => zh`请将机器人令牌写入 .env 的 DISCORD_TOKEN，参见 .env.example。`,
      'token-odd': () =>
        zh`请在开发者门户的 Bot > Reset Token 处重新复制；公钥和客户端密钥都不是令牌。`,
      'token-refused': () =>
        zh`请在开发者门户的 Bot > Reset Token 处取得新令牌，并写入 DISCORD_TOKEN。`,
      'discord-unreachable': () => zh`请检查网络、代理服务器和 DISCORD_API_URL。`,
      'discord-failed': () => zh`请稍后再试。故障信息见 https://discordstatus.com`,
      'application-endpoint': () =>
        zh`请在开发者门户的 General Information 中清除 Interactions Endpoint URL。`,
      'application-code-grant': () => zh`请在开发者门户的 Bot 中关闭 Requires OAuth2 Code Grant。`,
      'servers-none': (link) => zh`请用此链接邀请：${link}`,
      'server-missing': (_id, link) => zh`请用此链接邀请，或改正该设置：${link}`,
      'commands-outdated': () => zh`请启动机器人，或运行 verbatim register。`,
      'commands-forbidden': (_id, link) => zh`请用此链接重新邀请机器人，并允许其使用命令：${link}`,
      'audit-channel-unknown': () => zh`请复制机器人所在服务器中某个频道的 ID。`,
      'audit-channel-closed': () => zh`请在该频道的权限设置中给予机器人这些权限。`,
    },
  }),
);
