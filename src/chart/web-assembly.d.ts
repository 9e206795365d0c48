/** What is used of the WebAssembly JavaScript interface; Node has it, and its types lack it. */
declare namespace WebAssembly {
  /** Compiled code, which can be sent to threads. */
  interface Module {
    readonly [Symbol.toStringTag]: 'WebAssembly.Module';
  }

  /** Compiles away from the thread that asks for it. */
  function compile(bytes: Uint8Array): Promise<Module>;
}
