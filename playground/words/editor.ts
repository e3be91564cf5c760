import type { Text } from '../../src/explain/text.ts'

const text = (zh: string, en: string): Text => ({ zh, en })

export const EDITOR_WORDS = {
  label: text('条款的代码', 'The code of the clauses'),
  tabWrites: text('Tab 键在此缩进；按 {keys} 改为移到下一处。F8 查看问题，F2 改名，F12 转到定义。', 'Tab indents here; {keys} lets it move on. F8: problems, F2: rename, F12: definition.'),
  tabMoves: text('Tab 键现在移到下一处；按 {keys} 改回缩进。', 'Tab now moves on; {keys} lets it indent again.'),
  rename: text('改名', 'Rename'),
  newName: text('新名称', 'New name'),
  renameKeys: text('回车改名，Esc 取消', 'Enter renames, Esc cancels'),
  noName: text('这里没有可以改名的名称。', 'There is no name to change here.'),
  plain: text('改用纯文本框', 'Use a plain text area'),
  rich: text('改用编辑器', 'Use the editor'),
} as const
