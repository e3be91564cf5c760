import type { Text } from '../../src/explain/text.ts'

const text = (zh: string, en: string): Text => ({ zh, en })

export const FOLDER_WORDS = {
  folder: text('文件夹', 'Folder'),
  what: text('打开自己的政策文件夹，或把这个政策连同草稿存出去。内容只在这台电脑上，不上传。', 'Open a policy folder of your own, or take this policy and its draft away. Everything stays on this computer; nothing is uploaded.'),
  openFolder: text('打开文件夹…', 'Open a folder…'),
  openZip: text('打开压缩包（.zip）', 'Open an archive (.zip)'),
  noFolders: text('这个浏览器不能直接读写文件夹：请用压缩包。', 'This browser cannot read and write folders: use an archive.'),
  save: text('保存', 'Save'),
  saveInto: text('保存到文件夹（Ctrl+S）', 'Save into the folder (Ctrl+S)'),
  saveAs: text('下载压缩包（Ctrl+S）', 'Download an archive (Ctrl+S)'),
  download: text('下载压缩包', 'Download an archive'),
} as const satisfies Readonly<Record<string, Text>>
