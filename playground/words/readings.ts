import type { Text } from '../../src/explain/text.ts'

/** What the view of the readings says. */
const text = (zh: string, en: string): Text => ({ zh, en })

export const READINGS = {
  hint: text('选另一种解读，整页随之重算；每种解读旁是它与现选解读相比，对示例企业合计的影响。', 'Choose another reading and the whole page is evaluated anew; beside each stands what it changes for the sample applicants, against the readings now chosen.'),
  none: text('这项政策没有登记歧义。', 'This policy declares no ambiguities.'),
  wrong: text('文本有误，改正后才能比较解读。', 'The text has an error; readings are compared once it is mended.'),
  stale: text('正在按现在的文本重算……', 'Working on the text as it is now…'),
  isDefault: text('默认', 'default'),
  inUse: text('现用', 'in use'),
  same: text('对示例企业没有影响', 'no effect on the sample applicants'),
  effect: text('影响 {count} 家', 'affects {count}'),
  certain: text('已确定 {change}', 'certain {change}'),
  most: text('最多 {change}', 'at most {change}'),
  total: text('按此解读合计：已确定 {committed}，最多 {possible}', 'In all under this reading: {committed} certain, {possible} at most'),
  who: text('谁变化', 'Who changes'),
  back: text('恢复默认解读', 'Back to the default readings'),
  chosen: text('{count} 处采用非默认解读。', '{count} readings differ from the default.'),
  whole: text('全文', 'whole text'),
  tableName: text('各种解读的影响', 'The effect of each reading'),
  ambiguity: text('歧义', 'Ambiguity'),
  question: text('问题', 'Question'),
  reading: text('解读', 'Reading'),
  isChosen: text('现用', 'In use'),
  yes: text('是', 'yes'),
  no: text('否', 'no'),
  applicants: text('影响家数', 'Applicants affected'),
  committedChange: text('已确定的变化（元）', 'Change, certain (yuan)'),
  possibleChange: text('最多的变化（元）', 'Change, at most (yuan)'),
  sample: text('示例数据（非真实企业）', 'Sample data (no real enterprises)'),
} as const satisfies Readonly<Record<string, Text>>
