declare module 'wink-bm25-text-search' {
  /** The part of wink's engine that is used here. Documents come first, then `consolidate`, then searches. */
  export interface WinkBm25 {
    defineConfig(config: { readonly fldWeights: Readonly<Record<string, number>> }): boolean;
    definePrepTasks(tasks: readonly ((text: string) => string[])[]): number;
    addDoc(document: Readonly<Record<string, string>>, id: number): number;
    consolidate(): boolean;
    /** Pairs of id and score, best first. */
    search(text: string, limit: number): readonly (readonly [id: string, score: number])[];
  }

  export default function createWinkBm25(): WinkBm25;
}
