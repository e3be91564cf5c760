import type { Text } from '../../src/explain/text.ts'

const KNOWN: Readonly<Record<string, Text>> = {
  'consultation-draft': { zh: '征求意见稿', en: 'consultation draft' },
  'illustrative-amendment': { zh: '示例修订（非官方）', en: 'illustrative amendment (not official)' },
  'official-text': { zh: '正式文本', en: 'official text' },
  'model-text': { zh: '示范文本', en: 'model text' },
}

/** A version's folder in words; a folder of another name is shown by it. */
export function editionOf(folder: string): Text {
  return KNOWN[folder] ?? { zh: folder, en: folder.replaceAll('-', ' ') }
}
