/**
 * The sorts of limit, as 限制次序 names them: in the order in which they apply where the header says nothing. They are no keywords
 * elsewhere; the Chinese ones are what the kinds of limit are called everywhere.
 */
export const STAGES = {
  once: { zh: '一次性', en: 'once', help: { zh: '同一对象只给一次', en: 'one grant for each key, for ever' } },
  cap: { zh: '单项最高额', en: 'cap', help: { zh: '一项，或者同一键的几项，最高多少', en: 'the most for one line, or for lines with one key' } },
  quota: { zh: '名额', en: 'quota', help: { zh: '一年最多几项', en: 'so many a year' } },
  'non-cumulation': { zh: '不重复享受', en: 'non_cumulation', help: { zh: '几项之中只留一项', en: 'of several lines one stays' } },
  'total-cap': { zh: '合计最高额', en: 'joint_cap', help: { zh: '几条合计最高多少', en: 'the most for several clauses together' } },
  budget: { zh: '预算', en: 'budget', help: { zh: '一年的资金总额', en: 'the money of a year' } },
} as const

export type Stage = keyof typeof STAGES

export function stageOf(text: string): Stage | null {
  return (Object.keys(STAGES) as Stage[]).find((stage) => STAGES[stage].zh === text || STAGES[stage].en === text) ?? null
}
