import { strToU8, unzipSync, zipSync } from 'fflate'
import type { Texts } from '../state/catalogue.ts'
import { decode, isHostile, isWanted, MOST_BYTES, MOST_FILES, MOST_IN_ALL, notUtf8, refuse, tooLarge, tooMany } from './limits.ts'
import type { Refused } from './limits.ts'

/** The texts in an archive by path; an archive with a path that leads out of it, or with sizes beyond all measure, is refused as a whole. */
export function readZip(bytes: Uint8Array): Texts | Refused {
  if (bytes.length > MOST_IN_ALL) return tooLarge('zip')
  let [count, size] = [0, 0]
  let problem: Refused | null = null
  let found: Readonly<Record<string, Uint8Array>>
  try {
    found = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (problem !== null) return false
        const path = name.endsWith('/') ? name.slice(0, -1) : name
        if (isHostile(path)) problem = refuse(`压缩包里有不安全的路径“${name}”，没有打开。`, `The archive has an unsafe path “${name}”: it was not opened.`)
        count += 1
        if (count > MOST_FILES) problem = tooMany()
        if (problem !== null || path !== name || !isWanted(name)) return false
        size += originalSize
        if (originalSize > MOST_BYTES || size > MOST_IN_ALL) problem = tooLarge(name)
        return problem === null
      },
    })
  } catch {
    return problem ?? refuse('这不是完好的 zip 压缩包。', 'This is not a sound zip archive.')
  }
  if (problem !== null) return problem
  const texts: Record<string, string> = {}
  for (const [path, content] of Object.entries(found)) {
    const text = decode(content)
    if (text === null) return notUtf8(path)
    texts[path] = text
  }
  return texts
}

export function writeZip(folder: string, texts: Texts): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(texts).map(([path, text]) => [`${folder}/${path}`, strToU8(text)])))
}
