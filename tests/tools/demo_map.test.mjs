import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { toOsmXml } from '../../tools/demo_map.mjs';

function feature(id, type, coordinates, tags = {}) {
  return { properties: { '@id': `way/${id}`, ...tags }, geometry: { type, coordinates } };
}

const crossing = {
  features: [
    feature(20, 'LineString', [[11.9, 57.7], [11.91, 57.7]], { highway: 'path', name: 'Å & "B"' }),
    feature(10, 'Polygon', [[[11.91, 57.7], [11.92, 57.7], [11.92, 57.71], [11.91, 57.7]]], { area: 'yes' }),
  ],
};

test('equal coordinates become one node, and ways keep their ids', () => {
  const xml = toOsmXml(crossing);
  assert.equal(xml.match(/<node /g).length, 4);
  assert.match(xml, /<way id="10" version="1"><nd ref="1"\/><nd ref="2"\/><nd ref="3"\/><nd ref="1"\/>/);
  assert.match(xml, /<way id="20" version="1"><nd ref="4"\/><nd ref="1"\/>/);
});

test('tags are escaped, and what the export added is left out', () => {
  const xml = toOsmXml(crossing);
  assert.match(xml, /v="Å &#38; &#34;B&#34;"/);
  assert.doesNotMatch(xml, /@id/);
});

test('a feature that is no way is refused', () => {
  assert.throws(() => toOsmXml({ features: [feature(1, 'Point', [11, 57])] }), /no way can be/);
  assert.throws(
    () => toOsmXml({ features: [{ properties: { '@id': 'node/1' }, geometry: null }] }),
    /without the id of a way/,
  );
});

test('the program writes a file that osmium reads', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-map-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const source = join(folder, 'network.json');
  const target = join(folder, 'map.osm.pbf');
  writeFileSync(source, JSON.stringify(crossing));
  execFileSync('node', ['tools/demo_map.mjs', target, source]);
  const ways = execFileSync('osmium', ['fileinfo', '--extended', '--get', 'data.count.ways', target]);
  assert.equal(ways.toString().trim(), '2');
});
