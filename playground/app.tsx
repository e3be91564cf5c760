import { computed } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { CodePane } from './panels/code/code-pane.tsx'
import { EffectPane } from './panels/effect/effect-pane.tsx'
import { FolderNote } from './panels/frame/folder.tsx'
import { Header } from './panels/frame/header.tsx'
import { Panes } from './panels/frame/panes.tsx'
import { PrintedReport } from './panels/frame/report.tsx'
import { ReceivedNote } from './panels/frame/share.tsx'
import { StatusBar } from './panels/frame/status.tsx'
import { TopLine } from './panels/frame/top-line.tsx'
import { Tour } from './tour/tour.tsx'
import { SourcePane } from './panels/source/source-pane.tsx'
import { language, theme } from './state/preferences.ts'
import { chosen, edition, evaluation, waiting } from './state/store.ts'
import { say } from './words/say.ts'
import { titled } from './words/versions.ts'
import { WORDS } from './words/words.ts'

const evaluated = computed(() => evaluation.value !== null && !waiting.value)
const shownTitle = computed(() => evaluation.value?.title)

function useDocument(): void {
  const lang = language.value === 'zh' ? 'zh-CN' : 'en'
  const shade = theme.value
  const title = shownTitle.value ?? chosen.value?.policy.title
  const heading = title === undefined ? say(WORDS.name) : `${say(titled(title, edition.value))} · ${say(WORDS.name)}`
  useEffect(() => {
    document.documentElement.lang = lang
    document.documentElement.dataset['theme'] = shade
    document.title = heading
  }, [lang, shade, heading])
}

function Skip() {
  return <a class="skip" href="#effect">{say(WORDS.skip)}</a>
}

/** Made once: that the page waits for an answer, or has it, draws none of this again. */
const CONTENT = (
  <>
    <Skip />
    <Header />
    <div>
      <TopLine />
      <Tour />
      <ReceivedNote />
      <FolderNote />
    </div>
    <Panes source={<SourcePane />} code={<CodePane />} effect={<EffectPane />} />
    <StatusBar />
    <PrintedReport />
  </>
)

function Document() {
  useDocument()
  return null
}

export function App() {
  return <div class="page" data-evaluated={evaluated.value ? 'yes' : 'no'}>{CONTENT}<Document /></div>
}
