import { fixed, type Rule } from '../rule.ts';

const PAST: Rule = {
  pattern:
    /近日|(?<![\d一二三四五六七八九十两数几今明昨])日前(?!往)|近期|近来|最近|早前|此前|不久前|前不久|先前|近年来?|多年来/gu,
  read: () => fixed('reference', 'PAST_REF'),
};

const PRESENT: Rule = {
  pattern: /目前|现在|现时|眼下|如今|当下|现阶段|当前/gu,
  read: () => fixed('reference', 'PRESENT_REF'),
};

const FUTURE: Rule = {
  pattern: /未来|将来|不久后|今后|稍后|(?<![\d一二三四五六七八九十两数几])日后/gu,
  read: () => fixed('reference', 'FUTURE_REF'),
};

/** Past, present and future without a date. */
export const CHINESE_REFERENCE_RULES: readonly Rule[] = [PAST, PRESENT, FUTURE];
