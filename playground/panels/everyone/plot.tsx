import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type uPlot from 'uplot'
import { theme } from '../../state/preferences.ts'
import { EVERYONE } from '../../words/everyone.ts'
import { fill, say } from '../../words/say.ts'
import type { CurveAnswer } from '../../workers/population-protocol.ts'

const HEIGHT = 230
const WAN = 1_000_000

const load = (): Promise<typeof uPlot> => Promise.all([import('uplot'), import('uplot/dist/uPlot.min.css')]).then(([module]) => module.default)
const wan = (fen: bigint | null | undefined): number | null => (fen == null ? null : Number(fen) / WAN)

/** Doubles are for drawing alone: the numbers are in the table. */
function dataOf({ points, events }: CurveAnswer): uPlot.AlignedData {
  const turns = new Set(events.filter(({ which }) => which !== 'before').map(({ x }) => x))
  return [
    points.map(({ x }) => x),
    points.map(({ before }) => wan(before?.possible)),
    points.map(({ after }) => wan(after.possible)),
    points.map(({ x, after }) => (turns.has(x) ? wan(after.possible) : null)),
  ]
}

function optionsOf(found: CurveAnswer, box: HTMLElement): uPlot.Options {
  const style = getComputedStyle(box)
  const colour = (name: string): string => style.getPropertyValue(name).trim()
  const axis = { stroke: colour('--soft'), grid: { stroke: colour('--rule-soft'), width: 1 }, ticks: { stroke: colour('--rule'), width: 1 }, font: `12px ${style.fontFamily}`, labelFont: `12px ${style.fontFamily}` }
  return {
    width: box.clientWidth, height: HEIGHT, legend: { show: false }, cursor: { drag: { x: false, y: false } },
    scales: { x: { time: false }, y: { range: (_, low, high) => [Math.min(0, low), high <= 0 ? 1 : high * 1.1] } },
    axes: [{ ...axis, label: `${say(found.fact)}（${say(found.unit)}）` }, { ...axis, label: say(EVERYONE.axisAmount), size: 52 }],
    series: [
      {},
      { stroke: colour('--loss'), width: 2, dash: [6, 4], points: { show: false } },
      { stroke: colour('--accent'), width: 2, points: { show: false } },
      { stroke: colour('--accent'), paths: () => null, points: { show: true, size: 9, fill: colour('--card'), width: 2 } },
    ],
  }
}

/** The curve as a picture; everything in it is in the table as well. */
export function Plot({ found, label }: { readonly found: CurveAnswer; readonly label: string }) {
  const box = useRef<HTMLDivElement>(null)
  const problem = useSignal<string | null>(null)
  const shade = theme.value
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    let chart: uPlot | null = null
    let gone = false
    load().then((Chart) => {
      if (gone) return
      element.replaceChildren()
      chart = new Chart(optionsOf(found, element), dataOf(found), element)
    }, (reason: Error) => { problem.value = reason.message })
    const watch = new ResizeObserver(() => chart?.setSize({ width: element.clientWidth, height: HEIGHT }))
    watch.observe(element)
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const redraw = (): void => {
      if (chart === null) return
      const Chart = chart.constructor as typeof uPlot
      chart.destroy()
      chart = new Chart(optionsOf(found, element), dataOf(found), element)
    }
    dark.addEventListener('change', redraw)
    return () => {
      gone = true
      watch.disconnect()
      dark.removeEventListener('change', redraw)
      chart?.destroy()
    }
  }, [found, shade, label])
  return (
    <>
      <div class="plot" ref={box} role="img" aria-label={label} style={{ minHeight: `${HEIGHT}px` }} />
      {problem.value !== null && <p class="dim" role="alert">{say(fill(EVERYONE.chartFailed, { problem: problem.value }))}</p>}
    </>
  )
}
