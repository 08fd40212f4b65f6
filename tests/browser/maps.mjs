// Whether a map was really drawn: its tiles came through our program, and its picture shows them.

const CANVAS = ".maplibregl-canvas";
const BLANK_SHARE = 0.97; // of one colour
const FEWEST_COLOURS = 30; // the soft edges of a few streets have more

/** The colours of features, as ui/src/map/features.ts paints them. */
export const MEETING = "#0b6b48";
export const CONCERNS = ["#8c1d18", "#0b6b48", "#2b5ea8"];

/** Decodes a PNG. Runs in the page. */
async function look({ png, colours }) {
  const bytes = Uint8Array.from(atob(png), (c) => c.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const { width, height } = picture;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(picture, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const wanted = colours.map((hex) => {
    const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
  });
  // The middle of a dot: its neighbours three pixels away have the same colour.
  const reach = [-3, 0, 3].flatMap((dy) => [-3, 0, 3].map((dx) => dy * width + dx));
  const middle = pixels.findIndex(
    (pixel, at) => wanted.includes(pixel) && reach.every((step) => pixels[at + step] === pixel),
  );
  return {
    colours: counts.size,
    largestShare: Math.max(...counts.values()) / pixels.length,
    dot: middle < 0 ? undefined : { x: middle % width, y: Math.floor(middle / width) },
  };
}

async function picture(person, colours) {
  const canvas = person.page.locator(CANVAS).first();
  await canvas.scrollIntoViewIfNeeded();
  const png = await canvas.screenshot();
  return person.page.evaluate(look, { png: png.toString("base64"), colours });
}

async function tilesCame(person) {
  const drawn = new Set();
  for (const tile of person.tiles) {
    const where = new URL(tile.url()).pathname;
    if (tile.status() === 204) {
      continue;
    }
    if (tile.status() !== 200 || tile.headers()["content-type"] !== "application/vnd.mapbox-vector-tile") {
      throw new Error(`${where} answered ${tile.status()} ${tile.headers()["content-type"]}`);
    }
    drawn.add(where);
  }
  if (drawn.size === 0) {
    throw new Error(`no tile came for the map of ${person.page.url()}`);
  }
  // The browser may have dropped the bytes once its worker had them, so they are asked for again.
  const [where] = drawn;
  const bytes = await (await person.page.request.get(where)).body();
  // A vector tile is a row of layers, field 3: each starts with this byte.
  if (bytes.length < 20 || bytes[0] !== 0x1a) {
    throw new Error(`${where} is no vector tile: ${bytes.subarray(0, 8).toString("hex")}`);
  }
}

/** The map of this page, drawn; `dot` is where one of `colours` is seen on it. */
export async function seeMap(person, colours = []) {
  await person.page.locator("[data-map]").first().waitFor();
  await person.mapDrawn();
  await tilesCame(person);
  const seen = await picture(person, colours);
  if (seen.largestShare > BLANK_SHARE || seen.colours < FEWEST_COLOURS) {
    throw new Error(`the map of ${person.page.url()} is blank: ${JSON.stringify(seen)}`);
  }
  if (colours.length > 0 && seen.dot === undefined) {
    throw new Error(`the map of ${person.page.url()} lacks its points`);
  }
  return seen;
}

/** No map without JavaScript, and no hole where it would be. */
export async function seeNoMap(person) {
  const boxes = person.page.locator("[data-map]");
  for (const box of await boxes.all()) {
    if (await box.isVisible()) {
      throw new Error(`an empty map on ${person.page.url()}`);
    }
  }
}

/** Chooses a place so many pixels from the middle of the picker's map, and takes it. */
export async function choosePlaceOnMap(person, dx, dy, how) {
  await person.press("Choose it on a map instead");
  await seeMap(person);
  const canvas = person.page.locator(CANVAS);
  const { width, height } = await canvas.boundingBox();
  const position = { x: width / 2 + dx, y: height / 2 + dy };
  if (how === "keyboard") {
    await canvas.focus();
    await person.page.keyboard.press("ArrowRight");
    await person.mapDrawn();
    await person.page.keyboard.press("Enter");
  } else if (how === "touch") {
    await canvas.tap({ position });
  } else {
    await canvas.click({ position });
  }
  await person.page.locator(".maplibregl-marker").waitFor();
  await person.press("Choose the place on the map");
}

/** Presses a point on the map: the page that it leads to. */
export async function pressPoint(person, colours) {
  const { dot } = await seeMap(person, colours);
  await person.page.locator(CANVAS).first().click({ position: dot });
  await person.page.waitForURL(/\/concerns\/\d+$/);
  await person.look();
}

/** Every point of the map of concerns stands in the list beside it, page after page. */
export async function listHasAllPoints(person) {
  const points = await (await person.page.request.get("/concerns/points.geojson")).json();
  const listed = new Set();
  let next = "/concerns";
  while (next) {
    const page = await (await person.page.request.get(next)).text();
    for (const [, id] of page.matchAll(/href="\/concerns\/(\d+)"/g)) listed.add(Number(id));
    next = page.match(/<a [^>]*href="([^"]+)"[^>]*rel="next"/)?.[1].replaceAll("&amp;", "&");
  }
  const missing = points.features.map((point) => point.properties.id).filter((id) => !listed.has(id));
  if (points.features.length === 0 || missing.length > 0) {
    throw new Error(`of ${points.features.length} points the list lacks ${missing.length}`);
  }
}
