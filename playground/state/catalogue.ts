import { computed, signal } from '@preact/signals'
import { policies } from 'virtual:policies'
import type { Text } from '../../src/explain/text.ts'
import type { Edition } from '../words/versions.ts'

/** File name → text. `source.txt` is the official text, `*.heng` the policy. */
export type Texts = Readonly<Record<string, string>>

export interface VersionEntry {
  readonly name: string
  readonly title: Text
  readonly edition: Edition | null
}

export interface PolicyTexts {
  readonly versions: Readonly<Record<string, Texts>>
  /** What belongs to no version: sample dossiers, ledgers, decisions, distributions. By path in the policy's folder. */
  readonly others: Texts
}

export interface PolicyEntry {
  readonly folder: string
  readonly title: Text
  readonly versions: readonly VersionEntry[]
  readonly load: () => Promise<PolicyTexts>
}

/** Suzhou first: it is the policy that the page opens on. */
export const CATALOGUE: readonly PolicyEntry[] = [...policies].sort((a, b) => Number(b.folder === 'suzhou-ai-plus') - Number(a.folder === 'suzhou-ai-plus'))

/** Policies of one's own that were opened on this page. */
export const opened = signal<readonly PolicyEntry[]>([])
export const catalogue = computed<readonly PolicyEntry[]>(() => [...opened.value, ...CATALOGUE.filter((each) => !opened.value.some(({ folder }) => folder === each.folder))])
