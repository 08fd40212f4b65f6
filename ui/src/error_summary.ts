// Takes the focus when a form comes back with errors, and moves it to the field of each.
export function startErrorSummary (page: Document): void {
  const summary = page.querySelector<HTMLElement>('[data-error-summary]')
  if (summary === null) return
  summary.focus()
  summary.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]')
    if (link === null) return
    const field = page.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (field === null) return
    const focusable = field.matches('input, select, textarea')
      ? field
      : field.querySelector<HTMLElement>('input, select, textarea') ?? field
    event.preventDefault()
    ;(field.closest('fieldset') ?? field.closest('.govuk-form-group') ?? field).scrollIntoView()
    focusable.focus({ preventScroll: true })
  })
}
