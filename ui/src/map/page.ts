// Loaded only on pages with a map. Each `<div data-map>` stands beside a list or fields that do
// the same, so where no map can be drawn nothing is lost and the box goes away.
//
//   <div data-map data-lat="51.5" data-lon="-0.1" data-zoom="13"
//        data-label="Map of …" data-points="/concerns.geojson"
//        data-pick-lat="lat" data-pick-lon="lon"></div>
//
// data-points    address of a GeoJSON collection of points and lines: a feature's `title` is its
//                words, `href` where it leads, `kind` its colour (stop, meeting), or `state` of a concern
// data-parent    where a point without `href` leads: PARENT/id
// [data-map-link] elsewhere on the page leads to it, and is hidden until there is one
// data-pick-…    ids of the inputs that a tap fills, or Enter with the middle of the map
import { Map, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import { showFeatures } from './features'
import { startPicker } from './picker'
import { makeStyle } from './style'

declare const MAP_WORKER_ADDRESS: string

setWorkerUrl(MAP_WORKER_ADDRESS)

function number (value: string | undefined, otherwise: number): number {
  const parsed = Number(value)
  return value === undefined || value === '' || !Number.isFinite(parsed) ? otherwise : parsed
}

function start (box: HTMLElement): void {
  // What makes sense with a map alone is shown now that there is one, and its box takes its room.
  box.closest('[data-map-part]')?.removeAttribute('hidden')
  box.dataset.mapStarted = ''
  for (const link of document.querySelectorAll('[data-map-link]')) link.removeAttribute('hidden')
  const isDark = window.matchMedia('(prefers-color-scheme: dark)')
  const map = new Map({
    container: box,
    style: makeStyle(isDark.matches),
    center: [number(box.dataset.lon, -0.1), number(box.dataset.lat, 51.5)],
    zoom: number(box.dataset.zoom, 13),
    maxZoom: 19,
    attributionControl: { compact: false, customAttribution: '© OpenStreetMap contributors' },
    dragRotate: false,
    pitchWithRotate: false,
    locale: box.dataset.label === undefined ? {} : { 'Map.Title': box.dataset.label },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right')
  map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left')
  isDark.addEventListener('change', () => {
    delete box.dataset.mapReady
    map.setStyle(makeStyle(isDark.matches))
  })

  // Tests wait for this before they take a picture.
  map.on('idle', () => { box.dataset.mapReady = '' })
  if (box.dataset.points !== undefined) showFeatures(map, box.dataset.points, isDark, box.dataset.parent)
  startPicker(map, box)
}

for (const box of document.querySelectorAll<HTMLElement>('[data-map]')) {
  try {
    start(box)
  } catch {
    const part = box.closest('[data-map-part]') ?? box
    part.remove() // no WebGL: the list beside it does the same
  }
}
