import { messagesFor } from '../../i18n/index.ts';
import { FINDINGS, type Finding } from '../../shared/doctor-finding.ts';
import { styleFor } from '../io.ts';
import { writeText } from '../output.ts';
import { safeJson } from '../safe-text.ts';
import type { Session } from '../session.ts';
import { doctorMessages } from './doctor-messages.ts';
import { inspectMachine } from './inspect-machine.ts';
import { renderFindings } from './render-findings.ts';

/**
 * Checks everything that the bot needs, and says what to do about what it lacks. Changes nothing.
 *
 * @returns the exit code: 1 when there is a problem.
 */
export async function runDoctor(session: Session): Promise<number> {
  const { config, io, json, locale, parts } = session;
  const { token } = config;
  const findings: readonly Finding[] = [
    ...(await inspectMachine(session)),
    ...(token === null ? [] : await parts.inspectDiscord({ ...config, token })),
  ];
  const text = json
    ? `${safeJson(toJson(findings, session), 2)}\n`
    : renderFindings(findings, locale, styleFor(io.stdout, io.env));
  await writeText(io.stdout, text);
  return findings.some(({ code }) => FINDINGS[code] === 'problem') ? 1 : 0;
}

function toJson(findings: readonly Finding[], { locale }: Session): unknown {
  const { texts, remedies } = messagesFor(doctorMessages, locale);
  return findings.map(({ code, values }) => ({
    check: code,
    status: FINDINGS[code],
    text: texts[code](...values),
    remedy: remedies[code]?.(...values) ?? null,
    values,
  }));
}
