// Offers each picture as PNG too, which messengers take where they refuse SVG.
const kPixels = 1080

function save (picture: HTMLImageElement, name: string): void {
  const canvas = document.createElement('canvas')
  canvas.width = kPixels
  canvas.height = kPixels
  canvas.getContext('2d')?.drawImage(picture, 0, 0, kPixels, kPixels)
  canvas.toBlob((blob) => {
    if (blob === null) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = name
    link.click()
    URL.revokeObjectURL(link.href)
  }, 'image/png')
}

export function startSavePicture (page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('[data-save-picture]')) {
    const name = button.dataset.savePicture ?? ''
    const picture = page.querySelector<HTMLImageElement>(`img[src$="/${name}.svg"]`)
    if (picture === null) continue
    button.hidden = false
    button.addEventListener('click', () => { save(picture, `${name}.png`) })
  }
}
