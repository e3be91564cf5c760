import { render } from 'preact'
import { App } from './app.tsx'
import { startAutosave } from './state/autosave.ts'
import { startEvaluating, startExamples } from './state/store.ts'
import { listenForKeys } from './state/keys.ts'
import { followAddress, openFromAddress } from './state/url.ts'

const root = document.getElementById('app')
if (root !== null) {
  startEvaluating()
  startExamples()
  startAutosave()
  listenForKeys()
  void openFromAddress().then(followAddress)
  root.replaceChildren()
  render(<App />, root)
}
