import type { PolicyTexts, Texts } from '../state/catalogue.ts'

/** The texts of a policy as the build writes them. A file of one version stands beside the same file of the next: that much alike, it costs little when it is compressed. */
export interface Packed {
  readonly versions: readonly string[]
  readonly files: readonly (readonly [file: string, byVersion: Texts])[]
  readonly others: Texts
}

export function packed({ versions, others }: PolicyTexts): Packed {
  const names = [...new Set(Object.values(versions).flatMap(Object.keys))].sort()
  const files = names.map((file) => [file, Object.fromEntries(Object.entries(versions).flatMap(([version, texts]) => (texts[file] === undefined ? [] : [[version, texts[file]]])))] as const)
  return { versions: Object.keys(versions), files, others }
}

export function unpacked({ versions, files, others }: Packed): PolicyTexts {
  const textsOf = (version: string): Texts => Object.fromEntries(files.flatMap(([file, byVersion]) => {
    const text = byVersion[version]
    return text === undefined ? [] : [[file, text]]
  }))
  return { versions: Object.fromEntries(versions.map((version) => [version, textsOf(version)])), others }
}
