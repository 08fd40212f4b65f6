// node build.mjs OUT: bundles the scripts, compiles the style and writes everything that pages
// load, with its content hash in its name and compressed, as sources that the program embeds.
// node build.mjs OUT --catalogues cy.mo…: the same for translation catalogues.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const here = dirname(fileURLToPath(import.meta.url))
const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.mo': 'application/octet-stream',
}

const hashed = (name, bytes) => {
  const { name: stem, ext } = parse(name)
  return `${stem}-${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}${ext}`
}

async function bundle (work) {
  const esbuild = await import('esbuild')
  const sass = await import('sass')
  const compileStyle = (name) =>
    sass.compile(join(here, 'style', `${name}.scss`), {
      style: 'compressed',
      loadPaths: [join(here, 'node_modules')],
      quietDeps: true,
      silenceDeprecations: ['import', 'global-builtin', 'if-function'],
    }).css
  const maplibre = join(here, 'node_modules', 'maplibre-gl', 'dist')
  // The worker runs beside the bundle, so it is bundled alone and its address handed over.
  const script = async (entry, define = {}) => {
    const result = await esbuild.build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      legalComments: 'none',
      write: false,
      define,
      logLevel: 'warning',
    })
    return Buffer.from(result.outputFiles[0].contents)
  }
  const worker = await script(join(maplibre, 'maplibre-gl-worker.mjs'))
  const workerAddress = JSON.stringify(`/assets/${hashed('map-worker.js', worker)}`)
  const style = readFileSync(join(maplibre, 'maplibre-gl.css'), 'utf8')
  const files = {
    'app.css': Buffer.from(compileStyle('app')),
    'map.css': Buffer.from((await esbuild.transform(style, { loader: 'css', minify: true })).code + compileStyle('map')),
    'app.js': await script(join(here, 'src', 'app.ts')),
    'map.js': await script(join(here, 'src', 'map', 'page.ts'), { MAP_WORKER_ADDRESS: workerAddress }),
    'map-worker.js': worker,
    ...Object.fromEntries(readdirSync(join(here, 'assets')).map((name) =>
      [name, readFileSync(join(here, 'assets', name))])),
  }
  return Object.entries(files).map(([name, bytes]) => {
    const path = join(work, hashed(name, bytes))
    writeFileSync(path, bytes)
    return { source: name, name: basename(path), path }
  })
}

/// Bytes by the assembler's .incbin, which takes no time to compile; a table around them in C++.
function embed (out, symbol, files) {
  const assembly = ['    .section .rodata']
  const declarations = []
  const rows = []
  const bytes = (label, path) => {
    assembly.push(`    .global ${label}, ${label}_end`, `${label}:`, `    .incbin "${path}"`, `${label}_end:`)
    declarations.push(`extern "C" char const ${label}[], ${label}_end[];`)
    return `{${label}, static_cast<std::size_t>(${label}_end - ${label})}`
  }
  files.forEach((file, i) => {
    const label = `wt_${symbol}_${i}`
    const packed = gzipSync(readFileSync(file.path), { level: 9 })
    const plain = bytes(label, file.path)
    let zipped = '{}'
    if (file.compress && packed.length < 0.9 * readFileSync(file.path).length) {
      writeFileSync(`${file.path}.gz`, packed)
      zipped = bytes(`${label}_gz`, `${file.path}.gz`)
    }
    rows.push(`        {"${file.source}", "${file.name}", "${file.type}", ${plain}, ${zipped}},`)
  })
  assembly.push('    .section .note.GNU-stack, "", @progbits', '')
  writeFileSync(join(out, `${symbol}.S`), assembly.join('\n'))
  writeFileSync(join(out, `${symbol}.cpp`), `// Generated. Do not edit.
#include "web/embedded.hpp"

#include <vector>

${declarations.join('\n')}

namespace wt::web {

std::span<EmbeddedBytes const> embedded_${symbol}()
{
    static std::vector<EmbeddedBytes> const files{
${rows.join('\n')}
    };
    return files;
}

} // namespace wt::web
`)
}

const [out, flag, ...catalogues] = process.argv.slice(2)
mkdirSync(out, { recursive: true })
if (flag === '--catalogues') {
  embed(out, 'catalogues', catalogues.sort().map((path) => ({
    source: basename(path), name: parse(path).name, path, type: mediaTypes['.mo'], compress: false,
  })))
} else {
  const work = join(out, 'files')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  const files = await bundle(work)
  files.sort((a, b) => (a.name < b.name ? -1 : 1))
  embed(out, 'assets', files.map((file) => ({
    ...file, type: mediaTypes[parse(file.name).ext], compress: true,
  })))
}
