import { useSignal } from '@preact/signals'
import { toCsv } from '../../src/cli/csv.ts'
import { say } from '../words/say.ts'
import { CHANGES } from '../words/changes.ts'

export type Rows = readonly (readonly string[])[]

/** Copy (for a spreadsheet, by tabs) and download (CSV with a byte order mark, no cell runs as a formula) of a table. */
export function SheetActions({ name, rows }: { readonly name: string; readonly rows: () => Rows }) {
  return (
    <span class="sheet-actions" data-sheet={name}>
      <CopyButton text={() => rows().map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')} action="copy-table" />
      <button type="button" data-action="csv" onClick={() => download(`${name}.csv`, toCsv(rows()))}>{say(CHANGES.csv)}</button>
    </span>
  )
}

/** Says whether it worked: a clipboard may be refused. */
export function CopyButton({ text, action }: { readonly text: () => string; readonly action: string }) {
  const told = useSignal('')
  const copy = (): void => {
    const { clipboard } = navigator as { readonly clipboard?: Clipboard }
    const failed = (): void => { told.value = say(CHANGES.notCopied) }
    if (clipboard === undefined) failed()
    else clipboard.writeText(text()).then(() => { told.value = say(CHANGES.copied) }, failed)
  }
  return <><button type="button" data-action={action} onClick={copy}>{say(CHANGES.copy)}</button> <span class="told" role="status">{told.value}</span></>
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Yuan with two decimals, without separators: what a spreadsheet reads as a number. */
export function yuan(fen: bigint | null): string {
  if (fen === null) return ''
  const size = fen < 0n ? -fen : fen
  return `${fen < 0n ? '-' : ''}${size / 100n}.${(size % 100n).toString().padStart(2, '0')}`
}
