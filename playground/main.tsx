import { render } from 'preact'
import { App } from './app.tsx'
import { startAutosave } from './state/autosave.ts'
import { startDossiers } from './dossiers/mine.ts'
import { listenForSave } from './folder/own.ts'
import { keepForOffline } from './state/offline.ts'
import { openLink } from './state/sharing.ts'
import { startEvaluating, startExamples } from './state/store.ts'
import { closeMenus, listenForKeys } from './state/keys.ts'
import { followAddress, mendAddress, openFromAddress } from './state/url.ts'

const root = document.getElementById('app')
// too-old.js has said so in words already.
if (root !== null && !('hengTooOld' in window)) {
  startEvaluating()
  startExamples()
  listenForKeys()
  listenForSave()
  startDossiers()
  closeMenus()
  keepForOffline()
  void openFromAddress().then(async () => {
    followAddress()
    await openLink()
    // After the link: a draft of one's own never takes the place of the one that was sent.
    startAutosave()
    mendAddress()
  })
  root.replaceChildren()
  render(<App />, root)
}
