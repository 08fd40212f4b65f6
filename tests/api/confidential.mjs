// What few may read: disclosures, complaints, and what a woman changes of her own, by the API.
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { client, must, officerOf, sessionOf, women } from "./scheme.mjs";

/** A walk that a woman of the cases before was given, with an officer of it. */
async function anyWalk() {
  for (const woman of Object.values(women)) {
    if (!woman.token) continue;
    const page = await fetch(`${client.direct}/mine`, { headers: { Authorization: `Bearer ${woman.token}` } });
    if (page.status !== 200) continue;
    const walk = (await page.json()).requests.flatMap((one) => one.walks)[0];
    if (walk) return { walk, woman, officer: await officerOf(walk) };
  }
  throw new Error("nobody has a walk");
}

/** Puts the beginning of a walk, which is days ahead, an hour back. Returns a local time during it. */
async function letBegin(walk) {
  const back = Date.parse(walk.from) - Date.now() + 3600000; // in milliseconds, as the database has it
  const change = "UPDATE walk SET starts_at = starts_at - ?, ends_at = ends_at - ? WHERE id = ?";
  const script = `import sqlite3, sys
with sqlite3.connect(sys.argv[1], timeout=10) as db:
    assert db.execute("${change}", (int(sys.argv[2]), int(sys.argv[2]), int(sys.argv[3]))).rowcount == 1`;
  execFileSync("python3", ["-c", script, process.env.DATABASE, String(back), walk.id]);
  const zone = (await client.call("showForce", 200)).time_zone;
  return new Date(Date.now() - 600000).toLocaleString("sv-SE", { timeZone: zone });
}

export const confidential = {
  async aDisclosureGoesFromAnOfficerToSafeguardingAlone() {
    const { walk, officer } = await anyWalk();
    const path = { walk: walk.id };
    const spoken = await letBegin(walk);
    const body = { client_id: randomUUID(), day: spoken.slice(0, 10), time: spoken.slice(11, 16) };
    await client.call("recordDisclosure", 422, { token: officer, path, body: { ...body, day: "2100-01-01" } });
    await client.call("recordDisclosure", 403, { token: await sessionOf("Dora"), path, body });
    await client.call("recordDisclosure", 204, { token: officer, path, body });
    await client.call("recordDisclosure", 204, { token: officer, path, body });
    const token = await sessionOf("Sarah");
    const { disclosures } = await client.call("listDisclosures", 200, { token });
    must(disclosures.length === 1 && disclosures[0].state === "new", JSON.stringify(disclosures));
    await client.call("listDisclosures", 403, { token: officer });
    const sent = { token, path: { disclosure: disclosures[0].id } };
    const open = await client.call("showDisclosure", 200, sent);
    must(open.walk.officers.some((one) => one.id === open.told_to), JSON.stringify(open));
    await client.call("showDisclosure", 403, { ...sent, token: officer });
    await client.call("takeOnDisclosure", 204, { ...sent, body: { version: open.version } });
    await client.call("takeOnDisclosure", 403, { ...sent, token: officer, body: { version: open.version } });
    const crime = { version: (await client.call("showDisclosure", 200, sent)).version, reference: "42/12345/26" };
    const wrong = await client.call("recordCrime", 422, { ...sent, body: { ...crime, reference: "He hit her." } });
    must(wrong.errors[0].field === "reference", JSON.stringify(wrong));
    await client.call("recordCrime", 409, { ...sent, body: { ...crime, version: crime.version + 1 } });
    await client.call("recordCrime", 204, { ...sent, body: crime });
    const closure = { version: (await client.call("showDisclosure", 200, sent)).version, outcome: "crime_recorded" };
    await client.call("closeDisclosure", 204, { ...sent, body: closure });
    await client.call("closeDisclosure", 409, { ...sent, body: closure });
    const closed = await client.call("showDisclosure", 200, sent);
    must(closed.clock === "stopped" && closed.outcome === "crime_recorded", JSON.stringify(closed));
    await client.call("showDisclosure", 404, { token, path: { disclosure: "1" } });
  },

  async aComplaintIsReadByTheBodySheChose() {
    const body = { client_id: randomUUID(), recipient: "standards", matters: ["disrespect"], words: "Laughed at me." };
    const wrong = await client.call("createComplaint", 422, { body: { ...body, matters: [] } });
    must(wrong.errors[0].field === "matters", JSON.stringify(wrong));
    const sent = await client.call("createComplaint", 201, { body });
    const again = await client.call("createComplaint", 201, { body });
    must(sent.token === again.token, "a second press led elsewhere");
    const seen = await client.call("lookAtComplaint", 200, { body: sent });
    must(seen.state === "received" && seen.words === undefined, JSON.stringify(seen));
    await client.call("lookAtComplaint", 404, { body: { token: "nobody's" } });
    const token = await sessionOf("Stella");
    const watchdog = await sessionOf("Wanda");
    const [entry] = (await client.call("listComplaints", 200, { token })).complaints;
    must((await client.call("listComplaints", 200, { token: watchdog })).complaints.length === 0, "it went to both");
    await client.call("listComplaints", 403, { token: await sessionOf("Dora") });
    const path = { complaint: entry.id };
    const open = await client.call("showComplaint", 200, { token, path });
    must(open.words === body.words && open.walk === undefined, JSON.stringify(open));
    await client.call("showComplaint", 404, { token: watchdog, path });
    const answer = { version: open.version, state: "upheld", sentence: "We heard both officers. One of them was rude, and was told so." };
    await client.call("answerComplaint", 422, { token, path, body: { ...answer, sentence: "" } });
    await client.call("answerComplaint", 204, { token, path, body: answer });
    await client.call("answerComplaint", 409, { token, path, body: answer });
    const told = await client.call("lookAtComplaint", 200, { body: sent });
    must(told.steps.at(-1).sentence === answer.sentence, JSON.stringify(told));
  },

  async sheComplainsOfHerWalk() {
    const { walk, woman } = await anyWalk();
    const { token } = woman;
    const body = { client_id: randomUUID(), recipient: "watchdog", matters: ["failed"], walk: walk.id, officer: walk.officers[0].id };
    await client.call("createOwnComplaint", 404, { token, body: { ...body, walk: "1" } });
    await client.call("createOwnComplaint", 204, { token, body });
    const { complaints } = await client.call("listOwnComplaints", 200, { token });
    must(complaints.length === 1 && complaints[0].recipient === "watchdog", JSON.stringify(complaints));
    const watchdog = await sessionOf("Wanda");
    const [entry] = (await client.call("listComplaints", 200, { token: watchdog })).complaints;
    const open = await client.call("showComplaint", 200, { token: watchdog, path: { complaint: entry.id } });
    must(open.officer === walk.officers[0].id && open.walk.officers.length >= 2, JSON.stringify(open));
  },

  async oversightReadsNumbersAlone() {
    const token = await sessionOf("Olive");
    const overview = await client.call("showOverview", 200, { token });
    must(overview.units[0].name === "South", JSON.stringify(overview));
    const counts = await client.call("countConfidential", 200, { token });
    must(counts.complaints.length === 12 && counts.complaints[0].told === undefined, JSON.stringify(counts));
    const officer = await sessionOf("Amara");
    await client.call("showOverview", 403, { token: officer });
    await client.call("countConfidential", 403, { token: officer });
  },
};
