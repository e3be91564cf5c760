import type { Text } from '../../src/explain/text.ts'

const text = (zh: string, en: string): Text => ({ zh, en })

/** What one step of a figure costs. */
export const FIGURES = {
  table: text('参数表', 'Figures'),
  about: text('数字下方：多写或少写一步，示例人口（{count} 家，种子 {seed}，不是真实企业）的支出多多少，由已确定到最多。', 'Under each figure: what one step more or less adds to the cost over the sample population ({count} units, seed {seed}, no real enterprises), from certain to at most.'),
  none: text('这项政策没有示例人口（population.json），不能估算每一步的支出。', 'This policy has no sample population (population.json): the cost of a step cannot be estimated.'),
  point: text('1个百分点', '1 percentage point'),
  more: text('多{step}', '{step} more'),
  less: text('少{step}', '{step} less'),
  same: text('支出不变', 'same cost'),
  weighing: text('正在估算……', 'weighing…'),
  columnMore: text('多一步的支出变化', 'Cost of one step more'),
  columnLess: text('少一步的支出变化', 'Cost of one step less'),
  certain: text('（已确定，元）', ' (certain, yuan)'),
  most: text('（最多，元）', ' (at most, yuan)'),
} as const
