import { focusOn } from '../../state/store.ts'
import { exact, short, signed } from '../../words/amounts.ts'
import { CHANGES } from '../../words/changes.ts'
import { fill, say } from '../../words/say.ts'
import { periodsText } from '../../../src/explain/periods.ts'
import type { ChangedApplicant, ChangedLine, DifferencesView, SharesAnswer, SplitView } from '../../workers/diff-protocol.ts'
import type { Range } from '../../workers/protocol.ts'
import { Amount } from '../applicants/amount.tsx'
import { SheetActions, yuan } from '../sheet.tsx'

export type Shares = Extract<SharesAnswer, { kind: 'shares' }>

/** The applicants that show the change: losers first, each line with where the two computations part. */
export function Who({ view, shares }: { readonly view: DifferencesView; readonly shares: Shares | null }) {
  const { applicants, gain, lose, unchanged } = view
  return (
    <section class="changes-part who">
      <header class="part-header"><h3>{say(CHANGES.who)}</h3>{applicants.length > 0 && <SheetActions name="变化与原因" rows={() => sheetOf(applicants)} />}</header>
      {applicants.length === 0
        ? <p class="part-hint" data-who="none">{say(gain + lose + unchanged === 0 ? CHANGES.noSample : CHANGES.nobody)}</p>
        : <p class="part-hint" data-who="count">{say(fill(CHANGES.whoCount, { lose, gain, unchanged }))}</p>}
      {applicants.map((each) => <Applicant key={each.id} applicant={each} shares={shares} />)}
      {applicants.length > 0 && <p class="sample-note">{say(CHANGES.sample)}</p>}
    </section>
  )
}

function Applicant({ applicant: { id, name, before, after, lines }, shares }: { readonly applicant: ChangedApplicant; readonly shares: Shares | null }) {
  const own = shares?.applicants.find((each) => each.id === id)
  return (
    <article class="card who-card" data-affected={id} aria-label={name}>
      <header class="card-header"><b>{name}</b><span class="card-total"><Amount before={before} after={after} /></span></header>
      <ul class="who-lines">{lines.map((line, at) => <Line key={at} line={line} />)}</ul>
      {shares !== null && own !== undefined && <OwnShares shares={shares} own={own} />}
    </article>
  )
}

function Line({ line: { clause, subject, periods, why } }: { readonly line: ChangedLine }) {
  return (
    <li data-why={`${clause} ${subject}`}>
      <button type="button" class="clause-link" onClick={() => focusOn(clause)}>{clause}</button> <span class="dim">{subject}{periods.length > 0 && ` ${say(periodsText(periods))}`}</span> <span class="why-text">{say(why)}</span>
    </li>
  )
}

/** Edits that gave the applicant something or took something; nothing to say where a single one did it all. */
function OwnShares({ shares, own }: { readonly shares: Shares; readonly own: SplitView }) {
  const parts = shares.edits.flatMap((edit, at) => {
    const share = own.shares[at]
    return share === undefined || (share.committed === 0n && share.possible === 0n) ? [] : [{ edit, share }]
  })
  if (parts.length < 2) return null
  return (
    <ul class="who-shares" aria-label={say(CHANGES.byEdit)}>
      {parts.map(({ edit, share }, at) => <li key={at} data-share><span>{say(edit)}</span> <ShareAmount share={share} /></li>)}
    </ul>
  )
}

export function ShareAmount({ share }: { readonly share: Range }) {
  const { committed, possible } = share
  const words = possible === null || committed === possible ? signed(committed) : { zh: `${signed(committed).zh}（最多 ${signed(possible).zh}）`, en: `${signed(committed).en} (at most ${signed(possible).en})` }
  const direction = committed || (possible ?? 0n)
  return <span class={`number ${direction > 0n ? 'gain' : direction < 0n ? 'loss' : 'dim'}`} title={say(exact(share))} data-committed={String(committed)} data-possible={String(possible)}>{say(words)}</span>
}

function sheetOf(applicants: readonly ChangedApplicant[]): readonly (readonly string[])[] {
  const amounts = (line: ChangedLine, pick: (range: Range) => bigint | null): readonly string[] => [line.before, line.after].map((each) => (each === null ? '0.00' : yuan(pick(each.range))))
  return [
    [CHANGES.applicant, CHANGES.clause, CHANGES.subject, CHANGES.before, CHANGES.after, CHANGES.beforeMost, CHANGES.afterMost, CHANGES.why].map(say),
    ...applicants.flatMap((applicant) => applicant.lines.map((line) => [applicant.name, line.clause, `${line.subject} ${say(periodsText(line.periods))}`.trim(), ...amounts(line, (range) => range.committed), ...amounts(line, (range) => range.possible), say(line.why)])),
  ]
}

/** The change of all applicants together, by edit. */
export function ByEdit({ shares }: { readonly shares: Shares }) {
  const { edits, total, grouped } = shares
  const sheet = () => [
    [CHANGES.edit, CHANGES.certainYuan, CHANGES.mostYuan].map(say),
    ...edits.map((edit, at) => [say(edit), yuan(total.shares[at]?.committed ?? 0n), yuan(total.shares[at]?.possible ?? 0n)]),
    [say(CHANGES.all), yuan(total.change.committed), yuan(total.change.possible)],
  ]
  const cell = (fen: bigint | null) => <td class={`number ${fen !== null && fen > 0n ? 'gain' : fen !== null && fen < 0n ? 'loss' : 'dim'}`} title={fen === null ? '' : say(exact({ committed: fen, possible: fen }))} data-fen={String(fen)}>{fen === null || fen === 0n ? say(short(0n)) : say(signed(fen))}</td>
  return (
    <section class="changes-part by-edit" data-by-edit>
      <header class="part-header"><h3 id="by-edit">{say(CHANGES.byEdit)}</h3><SheetActions name="各处修改的份额" rows={sheet} /></header>
      <table class="table" aria-labelledby="by-edit">
        <thead><tr><th scope="col">{say(CHANGES.edit)}</th><th scope="col" class="number">{say(CHANGES.certain)}</th><th scope="col" class="number">{say(CHANGES.most)}</th></tr></thead>
        <tbody>
          {edits.map((edit, at) => <tr key={at} data-edit={at}><th scope="row">{say(edit)}</th>{cell(total.shares[at]?.committed ?? 0n)}{cell(total.shares[at]?.possible ?? 0n)}</tr>)}
          <tr class="all" data-edit="all"><th scope="row">{say(CHANGES.all)}</th>{cell(total.change.committed)}{cell(total.change.possible)}</tr>
        </tbody>
      </table>
      <p class="part-hint">{grouped && `${say(CHANGES.grouped)} `}{say(CHANGES.byEditHint)}</p>
    </section>
  )
}
