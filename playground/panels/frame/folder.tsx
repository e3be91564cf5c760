import { folderPicker } from '../../folder/disk.ts'
import { downloadZip, folderNews, openDisk, openZip, saveDraft, savesInto, saving } from '../../folder/own.ts'
import { chosen } from '../../state/store.ts'
import { FOLDER_WORDS } from '../../words/folder.ts'
import { say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'

/** Open a policy of one's own, save the draft. */
export function Folder() {
  const pick = folderPicker()
  const into = savesInto(chosen.value?.policy)
  const open = async (): Promise<void> => {
    const root = await pick?.()
    if (root != null) await openDisk(root)
  }
  return (
    <>
      <details class="menu" data-menu="folder">
        <summary>{say(FOLDER_WORDS.folder)}</summary>
        <div class="menu-body">
          <p class="dim">{say(FOLDER_WORDS.what)}</p>
          {pick === undefined ? <p class="dim">{say(FOLDER_WORDS.noFolders)}</p> : <button type="button" data-action="open-folder" onClick={() => void open()}>{say(FOLDER_WORDS.openFolder)}</button>}
          <label class="button-like file-choice">{say(FOLDER_WORDS.openZip)}
            <input type="file" class="unseen" accept=".zip,application/zip" data-action="open-zip" onChange={(event) => {
              const file = event.currentTarget.files?.[0]
              event.currentTarget.value = ''
              if (file !== undefined) void openZip(file)
            }} />
          </label>
          {into && <button type="button" data-action="save-menu" disabled={saving.value} onClick={() => void saveDraft()}>{say(FOLDER_WORDS.saveInto)}</button>}
          <button type="button" data-action="download-zip" onClick={() => void downloadZip()}>{say(into ? FOLDER_WORDS.download : FOLDER_WORDS.saveAs)}</button>
        </div>
      </details>
      {into && <button type="button" data-action="save" title={say(FOLDER_WORDS.saveInto)} disabled={saving.value} onClick={() => void saveDraft()}>{say(FOLDER_WORDS.save)}</button>}
    </>
  )
}

/** What opening or saving came to. */
export function FolderNote() {
  const now = folderNews.value
  return (
    <div role="status" aria-live="polite">
      {now !== null && (
        <div class={now.bad ? 'received-note' : 'received-note good'} data-folder-news={now.bad ? 'bad' : 'good'}>
          <p>{say(now.text)}</p>
          <button type="button" class="quiet" onClick={() => { folderNews.value = null }}>{say(WORDS.close)}</button>
        </div>
      )}
    </div>
  )
}
