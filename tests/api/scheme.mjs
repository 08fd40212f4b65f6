// What the cases of the API share: the client, who is who, and how a woman comes to a walk.
import { createHmac, randomUUID } from "node:crypto";
import { Client } from "./client.mjs";

export const url = process.env.URL;
export const client = new Client(process.env.PROXY, `${url}/api/v1`, process.env.DOCUMENT);
export const market = { lat: 0.5, lon: 0.501 };
const evenings = [0, 1, 2, 3, 4, 5, 6].flatMap((weekday) => [{ weekday, time: "evening" }, { weekday, time: "late" }]);

export function must(isSo, words) {
  if (!isSo) throw new Error(words);
}

/** The six figures of an authenticator (RFC 6238). */
export function totp(secret, ahead = 0) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replaceAll(" ", "")].map((c) => alphabet.indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + ahead));
  const digest = createHmac("sha1", key).update(step).digest();
  const number = digest.readUInt32BE(digest[19] & 15) & 0x7fffffff;
  return String(number % 1000000).padStart(6, "0");
}

/** The session of somebody of the demonstration, which opens by a button. */
export async function sessionOf(name) {
  const page = await (await fetch(`${url}/demo`)).text();
  const staff = new RegExp(`name="staff" value="(\\d+)"><button[^>]*>${name}`).exec(page)[1];
  const answer = await fetch(`${url}/demo/sessions`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ staff }),
  });
  return /session=([^;]+)/.exec(answer.headers.get("set-cookie"))[1];
}

export function wish(name, more = {}) {
  return { age: true, name, wants_messages: false, places: [market], free_times: evenings, ...more };
}

export async function ask(name) {
  return client.call("createRequest", 201, { headers: { "Idempotency-Key": randomUUID() }, body: wish(name) });
}

/** Plans the days ahead and publishes the plan, for all who wait. */
export async function plan() {
  const day = (ahead) => new Date(Date.now() + ahead * 86400000).toISOString().slice(0, 10);
  const token = await sessionOf("Dora");
  const body = { first: day(1), last: day(6) };
  const made = await client.call("makePlan", 200, { token, body });
  must(made.walks.length > 0 && made.walks[0].officers.length >= 2, JSON.stringify(made));
  await client.call("makePlan", 422, { token, body: { first: day(-1), last: day(40) } });
  await client.call("makePlan", 403, { token: await sessionOf("Amara"), body });
  await client.call("publishPlan", 409, { token, body: { ...body, plan: "another" } });
  const published = await client.call("publishPlan", 201, { token, body: { ...body, plan: made.plan } });
  must(published.held === made.walks.length, `${published.held} of ${made.walks.length} walks are held`);
  await client.call("publishPlan", 409, { token, body: { ...body, plan: made.plan } });
}

/** Answers the survey that is open, skipping all but the first question. */
export async function answerSurvey(show, answer, sent) {
  const survey = await client.call(show, 200, sent);
  must(survey.questions[0].choices.length > 1, JSON.stringify(survey));
  const { question } = survey.questions[0];
  const body = { kind: survey.kind, choices: [{ question, choice: 0 }] };
  if (answer === "answerOfficerSurvey") delete body.kind;
  const wrong = await client.call(answer, 422, { ...sent, body: { ...body, choices: [{ question, choice: 20 }] } });
  must(wrong.errors[0].field === "choices", JSON.stringify(wrong));
  await client.call(answer, 204, { ...sent, body });
  await client.call(answer, 409, { ...sent, body });
  await client.call(show, 404, sent);
}

export async function proposalOf(woman) {
  const page = await client.call("showMine", 200, { token: woman.token });
  const walk = page.requests[0].walks.find((one) => one.place === "proposed");
  must(walk, `no walk is proposed to ${page.name}`);
  return walk;
}

/** A session of one of the officers of a walk. */
export async function officerOf(walk) {
  return sessionOf(walk.officers[0].name);
}

/** A walk that a woman has agreed to, with what its officer needs. */
export async function agreedWalk(woman) {
  const walk = await proposalOf(woman);
  await client.call("acceptProposal", 204, { token: woman.token, path: { walk: walk.id } });
  return { walk, officer: await officerOf(walk), path: { walk: walk.id } };
}

export const women = {};
export const told = { category: "lighting", severity: 2, felt: "dark" };
