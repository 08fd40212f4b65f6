// Ignores a second press of the same button while the first is under way. The server takes a form
// only once in any case; this spares her the wait.
const pause = 4000 // milliseconds

export function startSubmitOnce (page: Document): void {
  const lastSent = new WeakMap<HTMLFormElement, number>()
  page.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const before = lastSent.get(form)
    if (before !== undefined && event.timeStamp - before < pause) {
      event.preventDefault()
      return
    }
    lastSent.set(form, event.timeStamp)
  })
}
