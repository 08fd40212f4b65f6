// Choosing a place: a tap on the map, or the arrow keys and Enter, write latitude and longitude
// into two inputs of the form. The form's other ways (postcode, name, list) stay as they are.
import { Marker } from 'maplibre-gl'
import type { LngLat, Map } from 'maplibre-gl'

function input (id: string | undefined): HTMLInputElement | null {
  const found = id === undefined ? null : document.getElementById(id)
  return found instanceof HTMLInputElement ? found : null
}

export function startPicker (map: Map, box: HTMLElement): void {
  const lat = input(box.dataset.pickLat)
  const lon = input(box.dataset.pickLon)
  if (lat === null || lon === null) return

  const marker = new Marker({ color: '#43277a', draggable: true })
  const show = (place: LngLat): void => { marker.setLngLat(place).addTo(map) }
  const choose = (place: LngLat): void => {
    show(place)
    lat.value = place.lat.toFixed(6)
    lon.value = place.lng.toFixed(6)
    // For scripts of the page that show the street's name.
    for (const field of [lat, lon]) field.dispatchEvent(new Event('change', { bubbles: true }))
  }

  marker.on('dragend', () => choose(marker.getLngLat()))
  map.on('click', (event) => choose(event.lngLat))
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    choose(map.getCenter())
  })
  if (lat.value !== '' && lon.value !== '') {
    map.setCenter([Number(lon.value), Number(lat.value)])
    show(map.getCenter())
  }
}
