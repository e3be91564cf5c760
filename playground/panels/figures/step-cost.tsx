import { figureText } from '../../figures/figure-text.ts'
import { stepOf, valueOf } from '../../figures/number.ts'
import { exact } from '../../words/amounts.ts'
import { FIGURES } from '../../words/figures.ts'
import { fill, say } from '../../words/say.ts'
import { signedRange } from '../../words/wan.ts'
import type { StepCost } from '../../workers/population-protocol.ts'
import type { Figure } from '../../workers/protocol.ts'
import { question } from '../everyone/state.ts'
import { known } from './steps.ts'

const isNothing = (cost: StepCost | null): boolean => cost !== null && cost.committed === 0n && cost.possible === 0n

/** What one step up or down costs over the population; while it is worked out anew, the earlier answer stays, in grey. */
export function StepCosts({ figure }: { readonly figure: Figure }) {
  const found = known.value.get(figure.id)
  const current = found?.about === question.value
  if (found === undefined) return <p class="step-costs dim">{say(FIGURES.weighing)}</p>
  const { answer } = found
  if (answer === null || (answer.up === null && answer.down === null)) return null
  const same = isNothing(answer.up) && (answer.down === null || isNothing(answer.down))
  return (
    <p class={current ? 'step-costs' : 'step-costs dim'} data-steps={figure.id} data-current={current ? 'yes' : 'no'}>
      {same ? <span class="dim">{say(fill({ zh: `±{step}：${FIGURES.same.zh}`, en: `±{step}: ${FIGURES.same.en}` }, { step: say(stepText(figure, 'more')) }))}</span> : (
        <>
          <Cost cost={answer.up} figure={figure} way="more" />
          <Cost cost={answer.down} figure={figure} way="less" />
        </>
      )}
    </p>
  )
}

function Cost({ cost, figure, way }: { readonly cost: StepCost | null; readonly figure: Figure; readonly way: 'more' | 'less' }) {
  if (cost === null) return null
  return (
    <span class="step-cost" data-step={way} data-committed={String(cost.committed)} data-possible={String(cost.possible)} title={say(exact(cost))}>
      <span class="dim">{say(fill(FIGURES[way], { step: say(stepText(figure, way)) }))}</span> {isNothing(cost) ? say(FIGURES.same) : say(signedRange(cost.committed, cost.possible))}
    </span>
  )
}

function stepText({ kind, unit, digits: from }: Figure, way: 'more' | 'less') {
  const digits = String(stepOf(unit, from, way === 'more' ? 1 : -1))
  // One more of a share is a point of a hundred: 1% more of 40% would be 40.4%.
  if (unit === '%') return FIGURES.point
  return figureText({ kind, unit, digits, value: valueOf(digits, unit) ?? digits })
}
