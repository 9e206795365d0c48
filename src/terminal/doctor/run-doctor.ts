import picocolors from 'picocolors';
import { formatCount, type Locale } from '../../i18n/index.ts';
import { FINDINGS, type Finding } from '../../shared/doctor-finding.ts';
import { displayWidth, padEnd } from '../graphemes.ts';
import { styleFor, type TextStyle, writeText } from '../io.ts';
import { safeJson, safeText } from '../safe-text.ts';
import type { Session } from '../session.ts';
import { wrapText } from '../wrap-text.ts';
import { doctorMessages } from './doctor-messages.ts';
import { inspectMachine } from './inspect-machine.ts';

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
  const { texts, remedies } = doctorMessages[locale];
  return findings.map(({ code, values }) => ({
    check: code,
    status: FINDINGS[code],
    text: texts[code](...values),
    remedy: remedies[code]?.(...values) ?? null,
    values,
  }));
}

const GAP = '  ';

/** A link at the end of a text. */
const LAST_LINK = /^(.*?) ?(https:\/\/\S+)$/u;

/** What was found as text: a line each, with what to do below, and a count at the end. */
export function renderFindings(
  findings: readonly Finding[],
  locale: Locale,
  style: TextStyle,
): string {
  const { dim, green, red, yellow } = picocolors.createColors(style.colour);
  const paint = { ok: green, warning: yellow, problem: red };
  const { texts, remedies, labels, summary } = doctorMessages[locale];
  const labelWidth = Math.max(...Object.values(labels).map((label) => displayWidth(label)));
  const indent = ' '.repeat(labelWidth) + GAP;
  const textWidth = style.width - labelWidth - GAP.length;
  const lines: string[] = [];
  for (const { code, values } of findings) {
    const status = FINDINGS[code];
    const [first = '', ...others] = wrapWithLink(texts[code](...values), textWidth);
    lines.push(paint[status](padEnd(labels[status], labelWidth)) + GAP + first);
    lines.push(...others.map((line) => indent + line));
    const remedy = remedies[code]?.(...values);
    if (remedy === undefined) continue;
    lines.push(...wrapWithLink(remedy, textWidth).map((line) => indent + dim(line)));
  }
  const count = (status: keyof typeof paint) =>
    formatCount(findings.filter(({ code }) => FINDINGS[code] === status).length);
  lines.push('', summary(count('ok'), count('warning'), count('problem')));
  return `${lines.join('\n')}\n`;
}

/** A link keeps a line of its own, however long, so that it can be copied. */
function wrapWithLink(text: string, width: number): readonly string[] {
  const [, before = text, link] = LAST_LINK.exec(text) ?? [];
  const lines = wrapText(safeText(before), width);
  return link === undefined ? lines : [...lines, safeText(link)];
}
