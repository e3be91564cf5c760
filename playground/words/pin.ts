import type { Text } from '../../src/explain/text.ts'

const text = (zh: string, en: string): Text => ({ zh, en })

export const PIN_WORDS = {
  pin: text('钉为示例', 'Pin as an example'),
  pinHint: text('把这家的事实和现在的结果写进政策，作为示例：以后每次修改都会核对', 'Write these facts and results into the policy as an example: every later edit is held to it'),
  pinned: text('已钉为示例', 'Pinned'),
  cannot: text('文本有误，暂时不能钉', 'The text has an error: not now'),
  accept: text('接受新的结果', 'Accept the new result'),
  reason: text('理由', 'Reason'),
  reasonFor: text('接受“{name}”新结果的理由', 'Why the new result of “{name}” is accepted'),
  held: text('示例 {count} 个与结果相符', '{count} examples hold'),
} as const satisfies Readonly<Record<string, Text>>
