import { describe, expect, test } from 'vitest';
import { PALETTE, ROLE_COLOURS } from '../../src/chart/palette.ts';

/** The relative luminance of a colour `#rrggbb`, by WCAG 2.2. */
function luminance(colour: string): number {
  const channel = (start: number) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** The contrast ratio of two colours, by WCAG 2.2: from 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the colours of a picture', () => {
  test('are measured as the standard measures them', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  test.each(['text', 'quietText'] as const)('let %s be read by everybody (WCAG 1.4.6)', (tone) => {
    expect(contrast(PALETTE[tone], PALETTE.ground)).toBeGreaterThanOrEqual(7);
  });

  test.each([
    ...Object.entries(ROLE_COLOURS),
    ['axis', PALETTE.axis],
    ['connector', PALETTE.connector],
    ['ring', PALETTE.ring],
  ])('let %s be seen (WCAG 1.4.11)', (_name, colour) => {
    expect(contrast(colour, PALETTE.ground)).toBeGreaterThanOrEqual(3);
  });
});
