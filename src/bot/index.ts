export { type Bot, type BotOptions, createBot } from './bot.ts';
export { inspectDiscord } from './inspect-discord.ts';
export { registerWithDiscord } from './register-with-discord.ts';
export { createShutdown } from './shutdown.ts';
export { StartupError } from './startup-error.ts';
export { systemTimers } from './timers.ts';
