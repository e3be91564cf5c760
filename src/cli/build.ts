import { type Build, compile } from '../compile.ts'
import type { Policy } from '../core/core.ts'
import { severityOf } from '../diagnostics/render.ts'
import { prettyDiagnostic } from './diagnostics.ts'
import { BadInput } from './misuse.ts'
import { type PolicyFolder, readPolicyFolder } from './policy-folder.ts'
import type { Context } from './verb.ts'

export interface Built {
  readonly folder: PolicyFolder
  readonly build: Build
}

/** Reads and compiles a version, with whatever diagnostics it has. */
export function buildFolder(path: string): Built {
  const folder = readPolicyFolder(path)
  return { folder, build: compile({ files: folder.files, source: folder.source }) }
}

/** Compiles a version that must be free of errors: prints them and throws `BadInput` when it is not. */
export function soundPolicy(path: string, context: Context): Built & { readonly policy: Policy } {
  const { folder, build } = buildFolder(path)
  const errors = build.diagnostics.filter((each) => severityOf(each.code) === 'error')
  if (build.policy === null || errors.length > 0) {
    for (const each of errors) context.io.err(`${prettyDiagnostic(folder, each, context, context.paintErr)}\n`)
    throw new BadInput({ zh: `政策有${errors.length}处错误，先改正再计算`, en: `the policy has ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}: mend ${errors.length === 1 ? 'it' : 'them'} first` })
  }
  return { folder, build, policy: build.policy }
}
