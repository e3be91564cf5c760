import { computed, signal } from '@preact/signals'
import { policies } from 'virtual:policies'
import type { Text } from '../../src/explain/text.ts'
import { type Packed, unpacked } from '../folder/packed.ts'
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

/** tour.json of a policy's folder: the figure that a first visit is invited to change. */
export interface TourEdit {
  readonly version: string
  readonly clause: string
  readonly from: string
  readonly to: string
}

export interface PolicyEntry {
  readonly folder: string
  readonly title: Text
  readonly tour: TourEdit | null
  readonly versions: readonly VersionEntry[]
  readonly load: () => Promise<PolicyTexts>
}

/** The texts of a policy of the build. Throws where they cannot be had. */
async function fetched(address: string): Promise<PolicyTexts> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  return unpacked((await response.json()) as Packed)
}

/** First the policy with a tour: it is the one that the page opens on. */
export const CATALOGUE: readonly PolicyEntry[] = policies.map(({ texts, ...entry }) => ({ ...entry, load: () => fetched(texts) })).sort((a, b) => Number(b.tour !== null) - Number(a.tour !== null))

/** Policies of one's own that were opened on this page. */
export const opened = signal<readonly PolicyEntry[]>([])
export const catalogue = computed<readonly PolicyEntry[]>(() => [...opened.value, ...CATALOGUE.filter((each) => !opened.value.some(({ folder }) => folder === each.folder))])
