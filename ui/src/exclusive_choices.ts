// "None of these" unticks the others, and each of the others unticks it.
export function startExclusiveChoices (page: Document): void {
  for (const none of page.querySelectorAll<HTMLInputElement>('input[data-exclusive]')) {
    const group = none.closest('.govuk-checkboxes')
    group?.addEventListener('change', (event) => {
      const changed = event.target as HTMLInputElement
      if (!changed.checked) return
      for (const box of group.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')) {
        if (box !== changed && (changed === none || box === none)) box.checked = false
      }
    })
  }
}
