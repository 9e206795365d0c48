import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { releaseChangelog } from '../../scripts/release-changelog.ts';

const CHANGELOG = `# Changelog

## [Unreleased]

### Fixed

- A fault.

## [1.0.0] - 2026-01-02

### Added

- Everything.
`;

describe('the changelog of a release', () => {
  test('has the changes under the new version, and nothing under "Unreleased"', () => {
    expect(releaseChangelog(CHANGELOG, '1.0.1', '2026-02-03')).toBe(`# Changelog

## [Unreleased]

## [1.0.1] - 2026-02-03

### Fixed

- A fault.

## [1.0.0] - 2026-01-02

### Added

- Everything.
`);
  });

  test('is refused where nothing has changed since the last one', () => {
    const released = releaseChangelog(CHANGELOG, '1.0.1', '2026-02-03');
    expect(() => releaseChangelog(released, '1.0.2', '2026-02-04')).toThrow('nothing is under');
  });

  test('is refused for a version that was released before', () => {
    expect(() => releaseChangelog(CHANGELOG, '1.0.0', '2026-02-03')).toThrow(
      '1.0.0 has its section',
    );
  });

  test('is refused where "Unreleased" is missing', () => {
    const changelog = CHANGELOG.replace('## [Unreleased]', '## Unreleased');
    expect(() => releaseChangelog(changelog, '1.0.1', '2026-02-03')).toThrow(
      'not exactly one line',
    );
  });

  test('can be made from the one of this project', async () => {
    const changelog = (await readFile('CHANGELOG.md', 'utf8')).replace(
      '## [Unreleased]\n',
      '## [Unreleased]\n\n- A change.\n',
    );
    expect(releaseChangelog(changelog, '999.0.0', '2026-02-03')).toContain(
      '\n## [999.0.0] - 2026-02-03\n\n- A change.\n',
    );
  });
});
