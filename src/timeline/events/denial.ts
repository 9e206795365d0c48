/** Where a verb is denied: the "not" stands right behind an auxiliary, or somebody will not do it. */
const DENIED =
  /\b(?:will|would|did|do|does|has|have|had|is|are|was|were|can|could|must|should)(?:n['’]t|\s+(?:also |still )?(?:not|never|no longer))(?!\s+(?:only|yet|guilty|just|all|every|least|say|said|comment|know|clear|immediately))\b|\b(?:wo|ca)n['’]t\b|\b(?:nobody|no one|none of (?:them|us))\s+(?:was|were|has|had|\p{L}+ed)\b|\brule[sd]? out\b|\bneither\b(?=.{1,60}\bnor\b)|不会|没有(?!人知道|什么)|[并尚從从]未|拒绝接受|拒绝(?=出售|签署|承认)|并无|不再|决定不|也不|不出售|不卖|无人|無人|否认(?!杀|犯)/iu;

/** Whether a clause denies what its verb says. */
export function isDenied(text: string): boolean {
  return DENIED.test(text);
}
