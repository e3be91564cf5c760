/**
 * Units that every policy has. A literal's unit is written after the number: 20万元, 3年, 10项.
 * Other units (吨, 平方米) are the policy's own: `数量 吨 (tonne)`.
 */
export const MONEY_UNITS = { 亿元: 10_000_000_000n, 万元: 1_000_000n, 元: 100n, 分: 1n } as const
export const MONEY_UNITS_EN = { yuan: 100n, fen: 1n } as const

/** Months. */
export const DURATION_UNITS = { 年: 12, 个月: 1 } as const
export const DURATION_UNITS_EN = { years: 12, year: 12, months: 1, month: 1 } as const

export const DAY_UNITS = ['日', '天'] as const
export const DAY_UNITS_EN = ['days', 'day'] as const

/** The share of one. 个百分点 is written after a difference of rates. */
export const RATIO_UNITS = { '%': 100n, '％': 100n, '‰': 1000n, 个百分点: 100n } as const

/** Words that count things: the Chinese measure word and the English noun that the formatter prints for it. */
export const COUNT_UNITS = {
  项: 'items', 个: 'units', 家: 'enterprises', 人: 'persons', 名: 'people', 次: 'times', 件: 'pieces',
  户: 'households', 篇: 'papers', 台: 'sets', 分: 'points',
} as const
