export { type Bot, type BotOptions, createBot } from './bot.ts';
export { inspectDiscord } from './connection/inspect-discord.ts';
export { createShutdown } from './connection/shutdown.ts';
export { StartupError } from './connection/startup-error.ts';
export { registerWithDiscord } from './registration/registration.ts';
