import type { Text } from '../../src/explain/text.ts'
import type { VersionEntry } from '../state/catalogue.ts'

/** What kind of text a version is, as its header says; null: it says none. */
export type Edition = 'official' | 'draft' | 'illustrative-amendment' | 'model-text'

interface Words {
  readonly name: Text
  /** What must be said beside the title of a text that no authority has issued. */
  readonly caution: Text | null
  /** The usual name of its folder. */
  readonly folder: string
}

const EDITIONS: Readonly<Record<Edition, Words>> = {
  official: { name: { zh: '正式文本', en: 'official text' }, caution: null, folder: 'official-text' },
  draft: { name: { zh: '征求意见稿', en: 'consultation draft' }, caution: null, folder: 'consultation-draft' },
  'illustrative-amendment': { name: { zh: '示例修订（非官方）', en: 'illustrative amendment (not official)' }, caution: { zh: '示例修订：为演示而作，不是官方文本。', en: 'An illustrative amendment, made for a demonstration: no official text.' }, folder: 'illustrative-amendment' },
  'model-text': { name: { zh: '示范文本', en: 'model text' }, caution: { zh: '示范文本：为本项目编写，不是任何机关的文件。', en: 'A model text, written for this project: no document of any authority.' }, folder: 'model-text' },
}

/** A version in words: by what its header says; by its folder too where that is a name of its own. */
export function editionOf({ name, edition }: Pick<VersionEntry, 'name' | 'edition'>): Text {
  const known = edition === null ? undefined : EDITIONS[edition]
  if (known === undefined) return { zh: name, en: name.replaceAll('-', ' ') }
  return known.folder === name ? known.name : { zh: `${name}（${known.name.zh}）`, en: `${name.replaceAll('-', ' ')} (${known.name.en})` }
}

/** The version of that name among a policy's, in words. */
export function versionIn(versions: readonly VersionEntry[], name: string): Text {
  return editionOf(versions.find((each) => each.name === name) ?? { name, edition: null })
}

/** A title; that of a model text says what it is. */
export function titled(title: Text, edition: Edition | null): Text {
  const { zh, en } = EDITIONS['model-text'].name
  return edition !== 'model-text' || title.zh.includes(zh) ? title : { zh: `${title.zh}（${zh}）`, en: `${title.en} (${en})` }
}

export function cautionOf(edition: Edition | null): Text | null {
  return edition === null ? null : EDITIONS[edition].caution
}
