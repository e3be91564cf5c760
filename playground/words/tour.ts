import type { Text } from '../../src/explain/text.ts'

const text = (zh: string, en: string): Text => ({ zh, en })

export const TOUR_WORDS = {
  tour: text('入门', 'First steps'),
  step: text('第 {step} 步，共 4 步', 'Step {step} of 4'),
  edit: text('在公文 {clause} 中点框里的 {from}，改成 {to}。', 'In sentence {clause} of the text, click the framed {from} and make it {to}.'),
  effect: text('上面一行说谁受益、多花多少；每张企业卡片列出改前 → 改后，点 ▸ 看理由。', 'The line above says who gains and what it costs; each card shows before → after, and ▸ says why.'),
  changes: text('“修改”里有新旧文字对照，和修改决定的写法。', '“Changes” has the old and new text side by side, and the words of the amending decision.'),
  undo: text('按撤销（Ctrl+Z）回到原文：试什么都不会丢。', 'Undo (Ctrl+Z) brings the text back: nothing you try is lost.'),
  there: text('到那里去', 'Take me there'),
  next: text('下一步', 'Next'),
  look: text('去看', 'Show'),
  end: text('不再显示', 'Do not show again'),
} as const satisfies Readonly<Record<string, Text>>
