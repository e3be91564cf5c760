import type { Text } from '../../src/explain/text.ts'

const text = (zh: string, en: string): Text => ({ zh, en })

export const SHARE = {
  share: text('分享', 'Share'),
  what: text('链接里有：政策与版本、改动的条款与句子。链接不经过任何服务器。', 'In the link: the policy and version, the clauses and sentences that were changed. It passes through no server.'),
  noDossiers: text('没有企业数据。', 'No data of enterprises.'),
  tick: text('连同自己填的 {count} 份材料', 'Also the dossiers of your own ({count})'),
  ticked: text('材料里的企业数据会写在链接里，得到链接的人都能看到。', 'The data of the enterprises is then written in the link: whoever has the link can read it.'),
  link: text('草案的链接', 'Link to the draft'),
  long: text('链接有 {count} 个字符，有些聊天软件会截断；可改用“文件夹”里的压缩包。', 'The link has {count} characters; some chat programs cut it. The archive in “Folder” is another way.'),
  copy: text('复制链接', 'Copy the link'),
  copied: text('已复制', 'Copied'),
  notCopied: text('没有复制成，请选中链接自行复制', 'Not copied: select the link and copy it yourself'),
  broken: text('链接不完整，里面的草案无法打开；这里是已保存的文本。', 'The link is not complete, its draft cannot be opened; this is the saved text.'),
  elsewhere: text('这里没有链接所指的“{name}”，打开的是已有的政策；链接里的草案没有套用。', 'There is no “{name}” here, which the link names: a policy that there is was opened, and the draft of the link was not applied.'),
  noClause: text('这份文本里没有条款 {clause}，打开的是 {first}。', 'There is no clause {clause} in this text: {first} was opened.'),
  refused: text('链接生成以后文本有了改动，下列各处没有套用：{list}。其余改动已打开。', 'The text has changed since the link was made. Not applied: {list}. The other changes are open.'),
  changed: text('链接生成以后文本有了改动；链接里的修改仍都适用，已全部打开。', 'The text has changed since the link was made; the changes of the link still fit and are all open.'),
  dossiers: text('链接里带有 {count} 份企业材料，已列在“企业”里，只存在这个浏览器中。', 'The link brought dossiers ({count}): they are among the applicants, and kept in this browser only.'),
} as const satisfies Readonly<Record<string, Text>>
