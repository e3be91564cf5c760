import type { Text } from '../../src/explain/text.ts'

const text = (zh: string, en: string): Text => ({ zh, en })

export const REPORT_WORDS = {
  report: text('报告', 'Report'),
  what: text('把修改、效果和没有算进去的写成一份报告。', 'The changes, their effects and what was not counted, as a report.'),
  download: text('下载 Markdown', 'Download Markdown'),
  print: text('打印', 'Print'),
  heading: text('修改试算报告', 'Report on a draft change'),
  nothing: text('与对照文本一致，没有修改。', 'Nothing differs from the text compared with.'),
  compared: text('修改对照表', 'Old and new text'),
  sentence: text('句', 'Sentence'),
  old: text('现行', 'Old'),
  fresh: text('修改后', 'New'),
  wording: text('修改决定的文字', 'Words of the amending decision'),
  effects: text('效果', 'Effects'),
  applicant: text('企业', 'Applicant'),
  clause: text('条款', 'Clause'),
  before: text('修改前', 'Before'),
  after: text('修改后', 'After'),
  difference: text('差额', 'Difference'),
  unchanged: text('其余 {count} 家不变。', '{count} others are unchanged.'),
  noEffect: text('没有一家的结果因此改变。', 'No applicant’s result changes.'),
  notCounted: text('没有算进去的', 'What was not counted'),
  missing: text('{name} {clause} {subject}：缺事实，按区间计', '{name} {clause} {subject}: facts are missing, counted as a range'),
  awaits: text('{name} {clause} {subject}：待决定，按区间计', '{name} {clause} {subject}: awaits a decision, counted as a range'),
  unstated: text('{name} {clause} {subject}：文本没有规定金额，未计入', '{name} {clause} {subject}: the text states no amount; not counted'),
  all: text('没有：涉及的结果都是确定的。', 'Nothing: the results concerned are certain.'),
  readings: text('解读', 'Readings'),
  usual: text('各处歧义均按默认解读。', 'Every ambiguity is read in its default way.'),
  read: text('{ambiguity} 取“{name}”', '{ambiguity} is read as “{name}”'),
  situation: text('按 {published} 公布、{on} 申请试算。', 'Evaluated as if published on {published}, asked on {on}.'),
} as const satisfies Readonly<Record<string, Text>>
