// Reads a GeoJSON file with a strict reader that others wrote, and prints how many features it has.
import { readFileSync } from "node:fs";
import { check } from "../../ui/node_modules/@placemarkio/check-geojson/dist/index.js";

const document = check(readFileSync(process.argv[2], "utf8"));
console.log(`${document.features.length} features`);
