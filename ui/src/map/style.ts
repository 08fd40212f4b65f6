// The look of the map: our colours, over tiles that this program makes and serves itself. Labels
// are drawn by the browser's own font, so no glyph server is needed.
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'

interface Palette {
  ground: string
  water: string
  green: string
  square: string
  street: string
  edge: string
  major: string
  path: string
  lamp: string
  words: string
  halo: string
}

const day: Palette = {
  ground: '#f4f0ea',
  water: '#b9d3e6',
  green: '#d3e3c8',
  square: '#fffdf8',
  street: '#ffffff',
  edge: '#d5ccc0',
  major: '#ffe7a8',
  path: '#9a7fc4',
  lamp: '#e0a100',
  words: '#2a2233',
  halo: '#ffffff',
}

const night: Palette = {
  ground: '#1b1724',
  water: '#16304a',
  green: '#1e3328',
  square: '#2c2539',
  street: '#3f374f',
  edge: '#120f19',
  major: '#6a5a35',
  path: '#8e79b8',
  lamp: '#ffd873',
  words: '#f3eef9',
  halo: '#15111d',
}

/// Width in pixels that grows with the zoom.
function width (far: number, near: number): ExpressionSpecification {
  return ['interpolate', ['exponential', 1.6], ['zoom'], 10, far, 18, near]
}

const roads = ['motorway', 'major', 'middle', 'minor', 'service']
const isRoad: ExpressionSpecification = ['in', ['get', 'kind'], ['literal', roads]]
const isFoot: ExpressionSpecification = ['in', ['get', 'kind'], ['literal', ['path', 'steps']]]

function widthByKind (extra: number): ExpressionSpecification {
  const byKind = (big: number, middle: number, small: number): ExpressionSpecification =>
    ['match', ['get', 'kind'], ['motorway', 'major'], big + extra, 'middle', middle + extra, small + extra]
  return ['interpolate', ['exponential', 1.6], ['zoom'], 10, byKind(1.4, 1, 0.5), 18, byKind(24, 18, 12)]
}

export function makeStyle (isDark: boolean): StyleSpecification {
  const colour = isDark ? night : day
  const area = (id: string, fill: string): LayerSpecification =>
    ({ id, type: 'fill', source: 'streets', 'source-layer': id, paint: { 'fill-color': fill } })
  const street = (id: string, filter: ExpressionSpecification, paint: object): LayerSpecification =>
    ({
      id,
      type: 'line',
      source: 'streets',
      'source-layer': 'streets',
      filter,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint,
    })
  return {
    version: 8,
    sources: {
      streets: {
        type: 'vector',
        tiles: [`${window.location.origin}/tiles/{z}/{x}/{y}.pbf`],
        minzoom: 9,
        maxzoom: 14,
      },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colour.ground } },
      area('green', colour.green),
      area('water', colour.water),
      area('squares', colour.square),
      street('paths', isFoot, { 'line-color': colour.path, 'line-width': width(0.4, 4), 'line-dasharray': [2, 1.5] }),
      street('road-edges', isRoad, { 'line-color': colour.edge, 'line-width': widthByKind(2) }),
      street('roads', isRoad, {
        'line-color': ['match', ['get', 'kind'], ['motorway', 'major'], colour.major, colour.street],
        'line-width': widthByKind(0),
      }),
      {
        id: 'lamps',
        type: 'circle',
        source: 'streets',
        'source-layer': 'lamps',
        minzoom: 16,
        paint: { 'circle-color': colour.lamp, 'circle-radius': 2.5, 'circle-opacity': 0.8 },
      },
      {
        id: 'street-names',
        type: 'symbol',
        source: 'streets',
        'source-layer': 'streets',
        minzoom: 13,
        filter: ['has', 'name'],
        layout: {
          'symbol-placement': 'line',
          'text-field': ['get', 'name'],
          'text-font': ['sans-serif'],
          'text-size': ['interpolate', ['linear'], ['zoom'], 13, 11, 18, 16],
        },
        paint: { 'text-color': colour.words, 'text-halo-color': colour.halo, 'text-halo-width': 1.6 },
      },
    ],
  }
}
