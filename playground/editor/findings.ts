import { editor, MarkerSeverity } from 'monaco-editor/editor'
import { say } from '../words/say.ts'
import type { Evaluation } from '../workers/protocol.ts'
import { toScreen } from './document.ts'
import type { Part } from './document.ts'
import { rangeOf } from './screen.ts'

const SEVERITIES = { error: MarkerSeverity.Error, warning: MarkerSeverity.Warning, information: MarkerSeverity.Info }

/** Underlines what is wrong in what is shown. */
export function showFindings(model: editor.ITextModel, parts: readonly Part[], now: Evaluation): void {
  const markers = now.findings.flatMap((finding): editor.IMarkerData[] => {
    const shown = toScreen(parts, finding)
    if (shown === null) return []
    const hint = say(finding.hint)
    return [{ ...rangeOf(model, shown), severity: SEVERITIES[finding.severity], code: finding.code, message: hint === '' ? say(finding.message) : `${say(finding.message)}\n${hint}` }]
  })
  editor.setModelMarkers(model, 'heng', markers)
}
