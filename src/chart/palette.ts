import type { Role } from '../commands/index.ts';

/**
 * The colours of a picture. It brings its own dark ground, so that it looks the same in every theme.
 * The four of the roles are told apart with every kind of colour blindness (after Okabe and Ito,
 * "Color Universal Design", 2008, lightened for a dark ground); each role has a shape as well.
 */
export const PALETTE = {
  ground: '#1b1f27',
  border: '#454c5a',
  text: '#f4f6fa',
  quietText: '#c3cad6',
  axis: '#9aa5b8',
  connector: '#667085',
  ring: '#ffffff',
} as const;

/** The colour of each role's marks. */
export const ROLE_COLOURS: Readonly<Record<Role, string>> = {
  event: '#5ab8f0',
  deadline: '#f5a623',
  planned: '#2fc79a',
  report: '#d793c4',
};
