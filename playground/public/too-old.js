/* Runs in every browser, however old: when the page itself cannot, it says so in words. No syntax newer than ES5 here. */
(function () {
  function able() {
    try {
      return 'noModule' in document.createElement('script') && typeof Worker === 'function' && typeof BigInt === 'function' &&
        typeof Array.prototype.findLast === 'function' && typeof structuredClone === 'function' && typeof Object.hasOwn === 'function'
    } catch (problem) {
      return !problem
    }
  }
  if (able()) return
  window.hengTooOld = true
  document.documentElement.className += ' too-old'
  function show() {
    var note = document.getElementById('too-old')
    var opening = document.getElementById('opening')
    if (note) note.removeAttribute('hidden')
    if (opening) opening.parentNode.removeChild(opening)
  }
  if (document.getElementById('too-old')) show()
  else document.addEventListener('DOMContentLoaded', show)
})()
