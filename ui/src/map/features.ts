// Points and lines of one GeoJSON answer on the map. The list beside the map holds the same things
// with the same links, so here a press simply follows the link of what is under it.
import { LngLatBounds } from 'maplibre-gl'
import type { Map } from 'maplibre-gl'

interface Feature {
  geometry: { type: string, coordinates: unknown }
}

// A concern has a `state` where the points of a walk have a `kind`.
const pointColour = ['match', ['coalesce', ['get', 'kind'], ['get', 'state']],
  'meeting', '#0b6b48', 'stop', '#43277a', 'open', '#8c1d18', 'done', '#0b6b48', '#2b5ea8'] as const

/// Every position of a GeoJSON geometry, however deep it lies.
function * positions (coordinates: unknown): Generator<[number, number]> {
  if (!Array.isArray(coordinates)) return
  if (typeof coordinates[0] === 'number') {
    yield coordinates as unknown as [number, number]
    return
  }
  for (const part of coordinates) yield * positions(part)
}

function addLayers (map: Map, address: string, isDark: boolean): void {
  if (map.getSource('features') !== undefined) return
  map.addSource('features', { type: 'geojson', data: address })
  map.addLayer({
    id: 'feature-lines',
    type: 'line',
    source: 'features',
    filter: ['==', ['geometry-type'], 'LineString'],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': isDark ? '#c9adff' : '#7a52c7', 'line-width': 5, 'line-opacity': 0.85 },
  })
  map.addLayer({
    id: 'feature-points',
    type: 'circle',
    source: 'features',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 9,
      'circle-color': [...pointColour] as never,
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 2.5,
    },
  })
}

async function showAll (map: Map, address: string): Promise<void> {
  const answer = await fetch(address)
  if (!answer.ok) return
  const collection = await answer.json() as { features: Feature[] }
  const bounds = new LngLatBounds()
  for (const feature of collection.features) {
    for (const position of positions(feature.geometry.coordinates)) bounds.extend(position)
  }
  if (!bounds.isEmpty()) map.fitBounds(bounds, { padding: 48, maxZoom: 16, animate: false })
}

/// Where a point leads: its own `href`, or its `id` below the address of its kind.
function addressOf (properties: Record<string, unknown>, parent: string | undefined): string | undefined {
  const { href, id } = properties
  if (typeof href === 'string' && /^\/(?!\/)/.test(href)) return href
  return typeof id === 'number' && parent !== undefined ? `${parent}/${id}` : undefined
}

export function showFeatures (map: Map, path: string, isDark: MediaQueryList, parent?: string): void {
  const address = new URL(path, window.location.href).href
  // A change between day and night replaces the style and with it these layers.
  map.on('style.load', () => addLayers(map, address, isDark.matches))
  map.on('click', 'feature-points', (event) => {
    const href = addressOf(event.features?.[0]?.properties ?? {}, parent)
    if (href !== undefined) window.location.assign(href)
  })
  map.on('mouseenter', 'feature-points', () => { map.getCanvas().style.cursor = 'pointer' })
  map.on('mouseleave', 'feature-points', () => { map.getCanvas().style.cursor = '' })
  showAll(map, address).catch(() => {}) // the list beside the map has them all
}
