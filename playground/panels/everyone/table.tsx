import { useSignal } from '@preact/signals'
import { toCsv } from '../../../src/cli/csv.ts'
import { EVERYONE } from '../../words/everyone.ts'
import { fill, say } from '../../words/say.ts'
import type { PopulationView } from '../../workers/population-protocol.ts'

export interface Sheet {
  /** The file's name, without its ending. */
  readonly name: string
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What a table leaves the page with: the assumptions, the seed and the readings that it rests on. */
function footing(view: PopulationView): readonly (readonly string[])[] {
  return [
    [],
    [say(fill(EVERYONE.made, { count: view.count, seed: view.seed }))],
    ...view.assumptions.map((each) => [say(each)]),
    [`${say(EVERYONE.readingsRow)}: ${view.readings.map((each) => `${each.id} ${say(each.reading)}`).join('; ')}`],
  ]
}

/** The numbers of a chart as a table that can be copied and saved. */
export function Tabled({ sheet, view }: { readonly sheet: Sheet; readonly view: PopulationView }) {
  const told = useSignal('')
  const rows = [sheet.head, ...sheet.rows, ...footing(view)]
  const copy = (): void => {
    const text = rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')
    const { clipboard } = navigator as { readonly clipboard?: Clipboard }
    if (clipboard === undefined) told.value = say(EVERYONE.notCopied)
    else clipboard.writeText(text).then(() => { told.value = say(EVERYONE.copied) }, () => { told.value = say(EVERYONE.notCopied) })
  }
  return (
    <details class="tabled" data-table={sheet.name}>
      <summary>{say(EVERYONE.table)}</summary>
      <div class="table-wide">
        <table class="table">
          <caption>{sheet.caption}</caption>
          <thead><tr>{sheet.head.map((cell, index) => <th key={index} scope="col" class={index === 0 ? '' : 'number'}>{cell}</th>)}</tr></thead>
          <tbody>{sheet.rows.map((row, at) => <tr key={at}>{row.map((cell, index) => (index === 0 ? <th key={index} scope="row">{cell}</th> : <td key={index} class="number">{cell}</td>))}</tr>)}</tbody>
        </table>
      </div>
      <p class="table-actions">
        <button type="button" data-action="copy" onClick={copy}>{say(EVERYONE.copy)}</button>
        <button type="button" data-action="csv" onClick={() => save(`${sheet.name}.csv`, toCsv(rows))}>{say(EVERYONE.download)}</button>
        <span role="status">{told.value}</span>
      </p>
    </details>
  )
}

function save(name: string, text: string): void {
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
