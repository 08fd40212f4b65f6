// Turns the street network inside the npm package geojson-path-finder into an OpenStreetMap file.
//
//   node tools/demo_map.mjs OUT.osm.pbf [LARGE_NETWORK.json]
//
// The network is Gothenburg's of December 2016, © OpenStreetMap contributors, ODbL. Ways keep
// their ids; the GeoJSON has lost the nodes', so equal coordinates become one made-up node.

import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

function defaultSource() {
  const require = createRequire(new URL('../ui/package.json', import.meta.url));
  return join(dirname(require.resolve('geojson-path-finder/package.json')), 'test/large-network.json');
}

function escapeXml(text) {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** Gives each coordinate, as GeoJSON writes it, a node id. */
class Nodes {
  ids = new Map();

  idOf([lon, lat]) {
    const key = `lat="${lat}" lon="${lon}"`;
    if (!this.ids.has(key)) {
      this.ids.set(key, this.ids.size + 1);
    }
    return this.ids.get(key);
  }

  toXml() {
    return [...this.ids].map(([place, id]) => `<node id="${id}" version="1" ${place}/>`);
  }
}

/** The ways of a feature: its line, or the outline and the holes of its area. */
function ringsOf(feature) {
  const { type, coordinates } = feature.geometry;
  if (type === 'LineString') {
    return [coordinates];
  }
  if (type === 'Polygon') {
    return coordinates;
  }
  throw new Error(`${feature.id} is a ${type}, which no way can be`);
}

function wayXml(id, ring, tags, nodes) {
  const refs = ring.map((position) => `<nd ref="${nodes.idOf(position)}"/>`).join('');
  const pairs = Object.entries(tags)
    .filter(([key, value]) => !key.startsWith('@') && typeof value === 'string')
    .map(([key, value]) => `<tag k="${escapeXml(key)}" v="${escapeXml(value)}"/>`)
    .join('');
  return `<way id="${id}" version="1">${refs}${pairs}</way>`;
}

export function toOsmXml(collection) {
  const nodes = new Nodes();
  const rings = collection.features.flatMap((feature) => {
    const id = Number(/^way\/(\d+)$/.exec(feature.properties['@id'])?.[1]);
    if (!id) {
      throw new Error(`a feature without the id of a way: ${feature.properties['@id']}`);
    }
    return ringsOf(feature).map((ring) => ({ id, ring, tags: feature.properties }));
  });
  rings.sort((a, b) => a.id - b.id);
  const ways = rings.map(({ id, ring, tags }) => wayXml(id, ring, tags, nodes));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<osm version="0.6" generator="walktalk">',
    ...nodes.toXml(),
    ...ways,
    '</osm>',
    '',
  ].join('\n');
}

function main([target, source = defaultSource()]) {
  if (!target?.endsWith('.osm.pbf')) {
    console.error('usage: node tools/demo_map.mjs OUT.osm.pbf [LARGE_NETWORK.json]');
    process.exit(2);
  }
  const xml = `${target}.tmp.osm`;
  try {
    writeFileSync(xml, toOsmXml(JSON.parse(readFileSync(source, 'utf8'))));
    execFileSync('osmium', ['cat', '--overwrite', '--no-progress', '--output', target, xml], { stdio: 'inherit' });
  } finally {
    rmSync(xml, { force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main(process.argv.slice(2));
}
