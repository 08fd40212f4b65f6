// "Exit this page" is a link that works by itself. With this module the page goes blank at once,
// leaves no entry to go back to, and Escape or Shift pressed three times does the same.
const pressesNeeded = 3
const timeout = 5000 // milliseconds between the first and the last press

export function startExit (page: Document): void {
  const link = page.querySelector<HTMLAnchorElement>('[data-exit] a')
  if (link === null) return

  const leave = (): void => {
    page.documentElement.hidden = true
    page.title = ''
    window.location.replace(link.href)
  }

  link.addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })

  let presses = 0
  let first = 0
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' && event.key !== 'Shift') {
      presses = 0
      return
    }
    if (event.repeat) return
    if (presses === 0 || event.timeStamp - first > timeout) {
      presses = 0
      first = event.timeStamp
    }
    presses += 1
    if (presses === pressesNeeded) leave()
  })
}
