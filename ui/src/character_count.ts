// Counts the characters of a text field against the limit that stands in its hint; figures alone,
// so that they need no translation.
export function startCharacterCounts (page: Document): void {
  for (const area of page.querySelectorAll<HTMLTextAreaElement>('[data-max-characters]')) {
    const info = page.getElementById(`${area.id}-info`)
    const limit = Number(area.dataset.maxCharacters)
    if (info === null || !(limit > 0)) continue
    const show = (): void => {
      // Code points, as the server counts; a line end is sent as two.
      const used = [...area.value.replace(/\n/g, '\r\n')].length
      info.textContent = `${used} / ${limit}`
      info.classList.toggle('govuk-error-message', used > limit)
      area.classList.toggle('govuk-textarea--error', used > limit)
    }
    info.setAttribute('aria-live', 'polite')
    area.addEventListener('input', show)
    if (area.value !== '') show()
  }
}
