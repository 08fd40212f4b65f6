import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const map = `<?xml version="1.0"?><osm version="0.6">
<node id="1" version="1" lat="51.50" lon="-0.10"/><node id="2" version="1" lat="51.50" lon="-0.09"/>
<node id="3" version="1" lat="51.51" lon="-0.09"/>
<way id="1" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/><tag k="name" v="Long Acre"/></way>
<way id="2" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/><tag k="leisure" v="park"/></way>
</osm>`;

function make(t, content) {
  const folder = mkdtempSync(join(tmpdir(), 'tiles-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const pbf = join(folder, 'map.osm.pbf');
  const target = join(folder, 'map.mbtiles');
  if (content === undefined) {
    const xml = join(folder, 'map.osm');
    writeFileSync(xml, map);
    spawnSync('osmium', ['cat', '--no-progress', '--output', pbf, xml]);
  } else {
    writeFileSync(pbf, content);
  }
  return { ...spawnSync('tools/tiles/make', [pbf, target]), target };
}

test('a map becomes an MBTiles file that lists its layers', (t) => {
  const { status, stderr, target } = make(t);
  assert.equal(status, 0, stderr.toString());
  const bytes = readFileSync(target, 'latin1');
  assert.ok(bytes.startsWith('SQLite format 3'));
  for (const layer of ['streets', 'squares', 'green', 'water', 'lamps']) {
    assert.ok(bytes.includes(`"id":"${layer}"`), layer);
  }
});

test('a broken map leaves no tiles behind', (t) => {
  const { status, target } = make(t, 'no map');
  assert.notEqual(status, 0);
  assert.ok(!existsSync(target));
});
