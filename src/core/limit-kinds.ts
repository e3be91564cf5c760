import type { LimitKind, Name } from './core.ts'

/** What the kinds of limit are called wherever a person reads of them; 限制次序 spells them alike (`grammar/stages.ts`). */
export const LIMIT_KINDS: Readonly<Record<LimitKind, Name>> = {
  once: { zh: '一次性', en: 'once only' },
  cap: { zh: '单项最高额', en: 'cap' },
  quota: { zh: '名额', en: 'quota' },
  'non-cumulation': { zh: '不重复享受', en: 'no cumulation' },
  'total-cap': { zh: '合计最高额', en: 'joint cap' },
  budget: { zh: '预算', en: 'budget' },
}
