import { DiscordAPIError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';

/** Discord itself said no, so that nothing has changed there; otherwise it may have said yes unheard. */
export function isRejection(error: unknown): boolean {
  return error instanceof DiscordAPIError || error instanceof RateLimitError;
}

/** The first response was processed before, and its confirmation got lost: that is success. */
export function isAlreadyAcknowledged(error: unknown): boolean {
  return hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);
}

/** The 3 s of a first response are over. */
export function isTooLate(error: unknown): boolean {
  return hasCode(error, RESTJSONErrorCodes.UnknownInteraction);
}

/** The message is not there, or not any more. */
export function isMessageGone(error: unknown): boolean {
  return hasCode(error, RESTJSONErrorCodes.UnknownMessage);
}

/** The 15 minutes of an interaction's token are over. */
export function isTokenOver(error: unknown): boolean {
  return (
    hasCode(error, RESTJSONErrorCodes.UnknownWebhook) ||
    hasCode(error, RESTJSONErrorCodes.InvalidWebhookToken)
  );
}

function hasCode(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}
