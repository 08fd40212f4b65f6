// Fills `lat` and `lon` with where the telephone is, once she chooses "where I am now".
//   <input type="radio" value="here"> … <div data-position><p role="status">…</p><input id="lat">…
// The position is asked for on her choice alone, and goes nowhere but into the form.
const patience = 10000 // milliseconds

export function startPosition (page: Document): void {
  for (const box of page.querySelectorAll<HTMLElement>('[data-position]')) {
    const choice = page.querySelector<HTMLInputElement>(`input[value="${box.dataset.position ?? ''}"]`)
    const [lat, lon] = ['lat', 'lon'].map((name) => box.querySelector<HTMLInputElement>(`[name="${name}"]`))
    if (choice === null || lat == null || lon == null || !('geolocation' in navigator)) continue
    choice.addEventListener('change', () => {
      navigator.geolocation.getCurrentPosition(({ coords }) => {
        lat.value = coords.latitude.toFixed(6)
        lon.value = coords.longitude.toFixed(6)
      }, () => {}, { enableHighAccuracy: true, timeout: patience, maximumAge: 5000 })
    })
  }
}
