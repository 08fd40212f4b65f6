// A client that believes nothing: it calls operations of an OpenAPI document by their ids, and holds
// every answer against what the document says of it: status, content type, body.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { check as checkGeoJson } from "../../ui/node_modules/@placemarkio/check-geojson/dist/index.js";

const require = createRequire(new URL("../../ui/package.json", import.meta.url));
const Ajv2020 = require("ajv/dist/2020").default;
const addFormats = require("ajv-formats").default;

/** Objects of answers hold nothing that the document does not name. */
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== "object") return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  if (copy.type === "object" && copy.properties && Object.keys(copy.properties).length && !isGeoJson(copy)) {
    copy.additionalProperties = false;
  }
  return copy;
}

function isGeoJson(schema) {
  return "features" in schema.properties || "geometry" in schema.properties || "coordinates" in schema.properties;
}

/**
 * The second opinion: an answer breaks nothing, and neither does what we sent if it was taken. Of
 * answers in two formats the proxy knows the first alone.
 */
function holdProxy(answer, what) {
  if (answer.headers.get("content-type") === "application/geo+json") return;
  const found = JSON.parse(answer.headers.get("sl-violations") ?? "[]");
  const counts = found.filter((one) => one.location[0] === "response" || answer.status < 400);
  if (counts.length) throw new Error(`${what}: the proxy says ${JSON.stringify(counts).slice(0, 600)}`);
}

export class Client {
  /** How often each operation was answered as it should be: id → {done, refused}. */
  seen = new Map();

  /**
   * @param proxy   of the API: adds to each answer what it finds wrong, in `sl-violations`
   * @param direct  for what the proxy would not pass on: bodies that nobody can read
   */
  constructor(proxy, direct, file) {
    this.proxy = proxy;
    this.direct = direct;
    this.document = JSON.parse(readFileSync(file, "utf8"));
    this.operations = new Map();
    for (const [path, methods] of Object.entries(this.document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        this.operations.set(operation.operationId, { path, method: method.toUpperCase(), ...operation });
        this.seen.set(operation.operationId, { done: 0, refused: 0 });
      }
    }
    this.ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
    this.ajv.addVocabulary(["components"]);
    addFormats(this.ajv);
    this.ajv.addSchema({ $id: "document", components: closed(this.document.components) });
  }

  /** The schema of a part of the document, its references led into the whole. */
  compile(schema) {
    const text = JSON.stringify(closed(schema)).replaceAll('"#/components', '"document#/components');
    return this.ajv.compile(JSON.parse(text));
  }

  /**
   * Calls an operation and returns the body of its answer.
   * @param wanted status that it must answer with
   * @param sent {path, query, headers, body, token, raw}: `raw` is sent as it is instead of `body`
   */
  async call(id, wanted, sent = {}) {
    const operation = this.operations.get(id);
    if (!operation) throw new Error(`the document has no ${id}`);
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(sent.path?.[name] ?? 1));
    const query = sent.query ? `?${new URLSearchParams(sent.query)}` : "";
    const headers = { ...sent.headers };
    if (sent.token) headers.Authorization = `Bearer ${sent.token}`;
    let body = sent.raw;
    if (sent.body !== undefined) body = JSON.stringify(sent.body);
    if (body !== undefined) headers["Content-Type"] ??= "application/json";
    const answer = await fetch((sent.raw === undefined ? this.proxy : this.direct) + path + query, {
      method: operation.method,
      headers,
      body,
    });
    const text = await answer.text();
    const what = `${id} (${operation.method} ${path}${query})`;
    if (answer.status !== wanted) throw new Error(`${what}: ${answer.status} instead of ${wanted}: ${text.slice(0, 400)}`);
    holdProxy(answer, what);
    const parsed = this.hold(operation, answer, text, what);
    this.seen.get(id)[answer.status < 400 ? "done" : "refused"] += 1;
    return parsed;
  }

  hold(operation, answer, text, what) {
    const said = operation.responses[answer.status];
    if (!said) throw new Error(`${what}: the document does not speak of ${answer.status}`);
    if (!said.content) {
      if (text !== "") throw new Error(`${what}: a body where none is said: ${text.slice(0, 100)}`);
      return undefined;
    }
    const type = answer.headers.get("content-type");
    if (!said.content[type]) throw new Error(`${what}: the document does not speak of ${type}`);
    const parsed = JSON.parse(text);
    const fits = this.compile(said.content[type].schema);
    if (!fits(parsed)) {
      throw new Error(`${what}: ${this.ajv.errorsText(fits.errors)}\n${text.slice(0, 600)}`);
    }
    if (type === "application/geo+json") checkGeoJson(text);
    if (answer.status >= 400) this.holdProblem(answer, parsed, what);
    return parsed;
  }

  holdProblem(answer, problem, what) {
    if (problem.status !== answer.status) throw new Error(`${what}: a problem of ${problem.status}`);
    const needed = { 401: "www-authenticate", 429: "retry-after" }[answer.status];
    if (needed && !answer.headers.get(needed)) throw new Error(`${what}: ${answer.status} without ${needed}`);
    if (answer.status === 422 && problem.type.endsWith("/invalid") && problem.errors?.length === 0) {
      throw new Error(`${what}: no errors in a problem of 422`);
    }
  }
}
