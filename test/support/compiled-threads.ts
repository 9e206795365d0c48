import { programBeside as programBesideSource } from '../../src/shared/worker-rpc.ts';

export * from '../../src/shared/worker-rpc.ts';

const SOURCES = new URL('../../src/', import.meta.url).href;
const COMPILED = new URL('../../dist/', import.meta.url).href;

/**
 * Stands in for the protocol of threads in all tests, so that threads run as they are installed:
 * compiling their programs for each thread anew takes a second of CPU each time.
 */
export function programBeside(moduleUrl: string, name: string): URL {
  return programBesideSource(moduleUrl.replace(SOURCES, COMPILED).replace(/\.ts$/, '.js'), name);
}
