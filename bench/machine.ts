import os from 'node:os';

/** Where it was measured. */
export interface Machine {
  readonly node: string;
  readonly platform: string;
  readonly cpuCount: number;
  readonly cpuModel: string;
  /** How many processes wanted a CPU in the minute before: more than there are CPUs make every figure worse. */
  readonly load: number;
}

/** This machine, now. */
export function describeMachine(): Machine {
  const cpus = os.cpus();
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpuCount: cpus.length,
    cpuModel: cpus[0]?.model.trim() ?? 'unknown',
    load: Math.round((os.loadavg()[0] ?? 0) * 10) / 10,
  };
}
