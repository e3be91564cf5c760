import { compile } from '../../src/compile.ts'
import { renameInFile } from '../../src/intake/rename.ts'
import type { Calls } from './protocol.ts'
import { compilable } from './texts.ts'

/** The files beside the policy that have other names in them now, by path. */
export function renameFiles({ texts, others, renames }: Calls['renameFiles']['ask']): Calls['renameFiles']['answer'] {
  const { policy } = compile(compilable(texts))
  if (policy === null) return {}
  const changed = new Map(renames)
  return Object.fromEntries(Object.entries(others).flatMap(([path, text]) => {
    const renamed = path.endsWith('.json') ? renameInFile(policy, text, changed) : text
    return renamed === text ? [] : [[path, renamed]]
  }))
}
