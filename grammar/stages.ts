/** The sorts of limit, as 限制次序 names them: in the order in which they apply where the header says nothing. They are no keywords elsewhere. */
export const STAGES = {
  once: { zh: '一次性', en: 'once' },
  cap: { zh: '单项最高额', en: 'cap' },
  quota: { zh: '名额', en: 'quota' },
  'non-cumulation': { zh: '不重复享受', en: 'non_cumulation' },
  'total-cap': { zh: '合计最高额', en: 'joint_cap' },
  budget: { zh: '预算', en: 'budget' },
} as const

export type Stage = keyof typeof STAGES

export function stageOf(text: string): Stage | null {
  return (Object.keys(STAGES) as Stage[]).find((stage) => STAGES[stage].zh === text || STAGES[stage].en === text) ?? null
}
