import type { Context } from './verb.ts'

const CELLS = 24

/** A bar on stderr while long work runs; nothing where stderr is no terminal. Call it with what is done, and `end` it. */
export interface Progress {
  readonly step: (done: number) => void
  readonly end: () => void
}

export function progress({ io, say }: Context, title: { readonly zh: string; readonly en: string }, total: number): Progress {
  if (!io.errIsTerminal || total < 2) return { step: () => undefined, end: () => undefined }
  let shown = -1
  return {
    step: (done) => {
      const cells = Math.floor((done / total) * CELLS)
      if (cells === shown) return
      shown = cells
      io.err(`\r${say(title)} ${'█'.repeat(cells)}${'░'.repeat(CELLS - cells)} ${done}/${total}`)
    },
    end: () => io.err('\r\u001B[K'),
  }
}
