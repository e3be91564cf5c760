import type { Text } from '../../../src/explain/text.ts'
import { exact, short, signed, unitless } from '../../words/amounts.ts'
import { EVERYONE } from '../../words/everyone.ts'
import { fill, say } from '../../words/say.ts'
import type { Bin, Extreme, Group, PopulationView } from '../../workers/population-protocol.ts'
import { Behind } from './behind.tsx'
import { isOpen, open } from './state.ts'
import { Tabled } from './table.tsx'

/** Who gains and who loses against the compared text, and by how much. */
export function Winners({ view }: { readonly view: PopulationView }) {
  if (view.total.before === null) return null
  const same = view.count - view.gain - view.lose
  return (
    <section class="chart" aria-labelledby="everyone-changes">
      <h3 id="everyone-changes">{say(EVERYONE.winners)}</h3>
      <p class="winner-counts" role="status">
        <Count group={{ kind: 'gain' }} count={view.gain} words={EVERYONE.gain} plain={EVERYONE.gainPlain} mark="gain" sign="+" />
        <Count group={{ kind: 'lose' }} count={view.lose} words={EVERYONE.lose} plain={EVERYONE.losePlain} mark="loss" sign="−" />
        <span class="winner-same" data-same={same}>{say(fill(EVERYONE.same, { count: same.toLocaleString('en') }))}</span>
      </p>
      {view.bins.length === 0 ? <p class="dim">{say(EVERYONE.nobody)}</p> : (
        <>
          <p class="extremes">
            {view.largestGain !== null && <Most words={EVERYONE.largestGain} extreme={view.largestGain} />}
            {view.largestLoss !== null && <Most words={EVERYONE.largestLoss} extreme={view.largestLoss} />}
          </p>
          <Bins view={view} />
        </>
      )}
      <Behind section="changes" />
    </section>
  )
}

function Count({ group, count, words, plain, mark, sign }: { readonly group: Group; readonly count: number; readonly words: Text; readonly plain: Text; readonly mark: string; readonly sign: string }) {
  const title = say(fill(words, { count: count.toLocaleString('en') }))
  return <button type="button" class={`winner ${mark}`} data-winners={group.kind} data-count={count} disabled={count === 0} aria-expanded={isOpen('changes', group)} onClick={() => open({ section: 'changes', group, title: say(plain) })}><span aria-hidden="true">{sign} </span>{title}</button>
}

function Most({ words, extreme }: { readonly words: Text; readonly extreme: Extreme }) {
  const group: Group = { kind: 'one', id: extreme.id }
  return (
    <span class="extreme" data-extreme={extreme.difference > 0n ? 'gain' : 'loss'}>
      {say(words)} <button type="button" class="link" aria-expanded={isOpen('changes', group)} onClick={() => open({ section: 'changes', group, title: extreme.name })}>{extreme.name}</button>
      {' '}<b class={extreme.difference > 0n ? 'difference gain' : 'difference loss'} title={`${say(exact(extreme.before))} → ${say(exact(extreme.after))}`}>{say(signed(extreme.difference))}</b>
    </span>
  )
}

/** A bin in words: +1万元 至 +5万元. The edges of losses are those of the gains, seen from the other side. */
function words({ from, to }: Bin): Text {
  const gains = from !== null && from > 0n
  const [low, high] = gains ? [from, to] : [to === null ? null : 1n - to, from === null ? null : 1n - from]
  const sign = gains ? '+' : '−'
  const edge = (fen: bigint): Text => ({ zh: `${sign}${short(fen).zh}`, en: `${sign}${short(fen).en}` })
  if (high === null) return fillTexts(EVERYONE.atLeast, { from: edge(low ?? 0n) })
  return low === null || low <= 1n ? fillTexts(EVERYONE.upTo, { to: edge(high) }) : fillTexts(EVERYONE.range, { from: { ...edge(low), en: unitless(edge(low).en) }, to: edge(high) })
}

function fillTexts(text: Text, facts: Readonly<Record<string, Text>>): Text {
  const one = (language: 'zh' | 'en'): string => Object.entries(facts).reduce((all, [name, value]) => all.replace(`{${name}}`, value[language]), text[language])
  return { zh: one('zh'), en: one('en') }
}

function Bins({ view }: { readonly view: PopulationView }) {
  const most = Math.max(1, ...view.bins.map(({ count }) => count))
  return (
    <>
      <ul class="bars bins">
        {view.bins.map((bin) => {
          const gains = bin.from !== null && bin.from > 0n
          const group: Group = { kind: 'difference', from: bin.from, to: bin.to }
          const title = say(words(bin))
          return (
            <li key={String(bin.from)}>
              <button type="button" class={`bin-row ${gains ? 'gain' : 'loss'}`} data-bin={gains ? 'gain' : 'loss'} data-count={bin.count} aria-expanded={isOpen('changes', group)} onClick={() => open({ section: 'changes', group, title })}>
                <span class="bar-name">{title}</span>
                <span class="bar-track" aria-hidden="true"><span class={`bar ${gains ? 'gains' : 'losses'}`} style={{ width: `${(bin.count / most) * 100}%` }} /></span>
                <span class="bar-amount">{say(fill(EVERYONE.countUnits, { count: bin.count.toLocaleString('en') }))}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <Tabled view={view} sheet={{ name: 'heng-changes', caption: say(EVERYONE.binsCaption), head: [say(EVERYONE.difference), say(EVERYONE.units)], rows: view.bins.map((bin) => [say(words(bin)), String(bin.count)]) }} />
    </>
  )
}
