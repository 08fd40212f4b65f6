// The document is valid OpenAPI 3.1; every operation is called with success and with an error; each
// answer is what the document says. Prints what failed; closes with `N passed, N failed, N skipped`.
import { randomUUID } from "node:crypto";
import { Validator } from "../../ui/node_modules/@seriousme/openapi-schema-validator/index.js";
import { confidential } from "./confidential.mjs";
import { deskWork } from "./desk_work.mjs";
import {
  agreedWalk,
  answerSurvey,
  ask,
  client,
  market,
  must,
  plan,
  proposalOf,
  sessionOf,
  told,
  totp,
  url,
  wish,
  women,
} from "./scheme.mjs";

const pattern = process.argv[2] ?? "";

const tests = {
  async documentIsValidOpenApi() {
    const found = await new Validator().validate(structuredClone(client.document));
    must(found.valid, JSON.stringify(found.errors, null, 1));
    const served = await (await fetch(`${url}/api/v1/openapi.json`)).json();
    must(JSON.stringify(served) === JSON.stringify(client.document), "what is served is not what is printed");
  },

  async everyOperationRefusesWhatNobodyCanRead() {
    for (const [id, operation] of client.operations) {
      await refuseAlike(id, operation);
    }
  },

  async anyoneReadsTheForceAndItsAreas() {
    const force = await client.call("showForce", 200);
    must(force.demonstration === true && force.party_limit >= 1, JSON.stringify(force));
    const lines = await client.call("listHelpLines", 200);
    must(lines.help_lines.length > 0, "no help lines");
    for (const id of ["listBcus", "listWards"]) {
      const list = Object.values(await client.call(id, 200))[0];
      const drawn = await client.call(id, 200, { headers: { Accept: "application/geo+json" } });
      must(list.length === 1 && drawn.features[0].geometry.type === "MultiPolygon", JSON.stringify(drawn));
      must(String(drawn.features[0].properties.id) === list[0].id, "the ids differ");
    }
    await client.call("listWards", 422, { query: { bcu: "south" } });
    must(Array.isArray((await client.call("listHotspots", 200)).hotspots), "no list of hotspots");
    await client.call("listHotspots", 200, { headers: { Accept: "application/geo+json" } });
    await client.call("listHotspots", 406, { headers: { Accept: "text/csv" } });
    const found = await client.call("searchPlaces", 200, { query: { search: "market" } });
    must(found.places[0]?.name === "Market Street", JSON.stringify(found));
    await client.call("searchPlaces", 422);
    await client.call("listOpenData", 200);
    must((await client.call("listMonths", 200)).months.some((one) => one.month === process.env.MONTH), "no month");
    await client.call("showNumbers", 404, { path: { month: "2026-01" } });
  },

  async aReportIsTakenOnce() {
    const body = { client_id: randomUUID(), place: market, ...told };
    await client.call("createReport", 204, { body });
    await client.call("createReport", 204, { body });
    await client.call("createReport", 409, { body: { ...body, severity: 3 } });
    const far = await client.call("createReport", 422, { body: { ...body, client_id: randomUUID(), place: { lat: 50, lon: 0 } } });
    must(far.errors[0].field === "place", JSON.stringify(far));
    const wrong = await client.call("createReport", 422, { body: { place: { lat: 91 }, felt: "often", name: "Ana" } });
    const fields = wrong.errors.map((error) => error.field).sort();
    must(JSON.stringify(fields) === '["category","client_id","felt","name","place/lat","place/lon","severity"]', fields.join());
  },

  async aWalkIsAskedForOnce() {
    const sent = { headers: { "Idempotency-Key": randomUUID() }, body: wish("Ana") };
    women.ana = await client.call("createRequest", 201, sent);
    const again = await client.call("createRequest", 201, sent);
    must(again.token === women.ana.token, "a second request was made");
    const other = await client.call("createRequest", 201, { ...sent, body: wish("Eve") });
    must(other.token !== women.ana.token, "a key alone shows somebody else's link");
    women.eve = other;
    await client.call("createRequest", 422, { body: sent.body });
    const wrong = await client.call("createRequest", 422, {
      ...sent,
      body: { age: false, name: "", contact: "nothing", wants_messages: true, party: 9, places: [], free_times: [] },
    });
    const fields = wrong.errors.map((error) => error.field);
    must(JSON.stringify(fields) === '["age","name","contact","places","free_times","party"]', fields.join());
    for (const name of ["bea", "cleo", "dana", "fay"]) women[name] = await ask(name);
  },

  async sheAnswersHerProposal() {
    const { requests } = await client.call("showMine", 200, { token: women.ana.token });
    await answerSurvey("showSurvey", "answerSurvey", { token: women.ana.token, path: { request: requests[0].id } });
    await plan();
    const walk = await proposalOf(women.eve);
    await client.call("refuseOfficer", 204, { token: women.eve.token, path: { walk: walk.id }, body: { officer: walk.officers[0].id } });
    const other = await proposalOf(women.fay);
    await client.call("declineWalk", 204, { token: women.fay.token, path: { walk: other.id } });
    await client.call("declineWalk", 409, { token: women.fay.token, path: { walk: other.id } });
    const page = await client.call("showMine", 200, { token: women.fay.token });
    await client.call("withdrawRequest", 204, { token: women.fay.token, path: { request: page.requests[0].id } });
  },

  async anOfficerWalks() {
    const { walk, officer, path } = await agreedWalk(women.ana);
    const own = await client.call("listOwnWalks", 200, { token: officer });
    must(own.walks.some((one) => one.id === walk.id), "the walk is not on her list");
    const check = { collar_number: walk.officers[0].collar_number, words: walk.words };
    must((await client.call("checkOfficer", 200, { body: check })).is_on_the_walk, "she is not on her walk");
    must(!(await client.call("checkOfficer", 200, { body: { ...check, collar_number: "9" } })).is_on_the_walk, "anyone is");
    await client.call("startWalk", 204, { token: officer, path });
    const opened = await client.call("showOwnWalk", 200, { token: officer, path });
    must(opened.companions[0].name === "Ana", JSON.stringify(opened.companions));
    const hers = { client_id: randomUUID(), place: market, ...told, request: opened.companions[0].request, words: "No lamp" };
    await client.call("recordConcern", 201, { token: officer, path, body: hers });
    for (let i = 0; i < 5; i += 1) {
      await client.call("recordConcern", 201, { token: officer, path, body: { client_id: randomUUID(), place: market, ...told } });
    }
    await client.call("finishWalk", 204, { token: officer, path, body: {} });
    await answerSurvey("showOfficerSurvey", "answerOfficerSurvey", { token: officer, path });
    const { requests } = await client.call("showMine", 200, { token: women.ana.token });
    await answerSurvey("showSurvey", "answerSurvey", { token: women.ana.token, path: { request: requests[0].id } });
    await client.call("startWalk", 409, { token: officer, path });
  },

  async walksEndOtherwise() {
    const away = await agreedWalk(women.bea);
    await client.call("callWalkAway", 204, { token: away.officer, path: away.path, body: { safe_place: "Market Street" } });
    const missed = await agreedWalk(women.cleo);
    await client.call("missWalk", 204, { token: missed.officer, path: missed.path });
    await client.call("missWalk", 409, { token: missed.officer, path: missed.path });
  },

  async whatWasSaidIsPublicAndAnswered() {
    const list = await client.call("listConcerns", 200, { query: { category: "lighting" } });
    must(list.concerns.length >= 6 && list.concerns[0].point, JSON.stringify(list));
    const drawn = await client.call("listConcerns", 200, { headers: { Accept: "application/geo+json, application/json;q=0.5" } });
    must(drawn.features.length >= 6, `${drawn.features.length} points`);
    await client.call("listConcerns", 422, { query: { state: "lost" } });
    await client.call("listConcerns", 422, { query: { after: "nowhere" } });
    const desk = await sessionOf("Dora");
    const queue = await client.call("listQueue", 200, { token: desk, query: { state: "waiting" } });
    must(queue.requests.length > 0, "nobody waits");
    const hotspots = await client.call("listDeskHotspots", 200, { token: desk });
    must(Array.isArray(hotspots.hotspots), JSON.stringify(hotspots));
    await client.call("listDeskHotspots", 401);
    await client.call("showRequest", 200, { token: desk, path: { request: queue.requests[0].id } });
    const page = await client.call("showMine", 200, { token: women.ana.token });
    const path = { concern: page.concerns[0].id };
    await client.call("listDeskConcerns", 200, { token: desk });
    const opened = await client.call("showDeskConcern", 200, { token: desk, path });
    const body = { version: opened.concern.version, kind: "done", sentence: "The lamp was repaired on Monday." };
    await client.call("answerConcern", 422, { token: desk, path, body: { ...body, sentence: "Done." } });
    await client.call("answerConcern", 201, { token: desk, path, body });
    await client.call("answerConcern", 409, { token: desk, path, body });
    const history = await client.call("showConcern", 200, { path });
    must(history.answers[0].sentence === body.sentence, JSON.stringify(history));
  },

  async severalAreAnsweredAtOneTime() {
    const token = await sessionOf("Dora");
    const { concerns } = await client.call("listDeskConcerns", 200, { token, query: { state: "open" } });
    must(concerns.length >= 2, `${concerns.length} concerns are open`);
    const chosen = concerns.slice(0, 2);
    const own = (sentence) => (one, i) => ({ concern: one.id, version: one.version, sentence: sentence(i) });
    const body = { kind: "done", common: "The council's team comes round here every Monday." };
    const none = await client.call("answerConcerns", 422, { token, body: { ...body, answers: [] } });
    must(none.errors[0].field === "answers", JSON.stringify(none));
    const alike = await client.call("answerConcerns", 422, {
      token,
      body: { ...body, partner: "1", answers: chosen.map(own(() => "A new lamp is lit here.")) },
    });
    const fields = alike.errors.map((error) => error.field);
    must(fields.includes("partner") && fields.includes("answers/1/sentence"), fields.join());
    const answers = chosen.map(own((i) => `New lamp number ${i} is lit here.`));
    const published = await client.call("answerConcerns", 201, { token, body: { ...body, answers } });
    must(published.answers.length === 2, JSON.stringify(published));
    await client.call("answerConcerns", 409, { token, body: { ...body, answers } });
    const unknown = answers.map((one) => ({ ...one, concern: "1" })).slice(0, 1);
    await client.call("answerConcerns", 404, { token, body: { ...body, answers: unknown } });
    const { answers: history } = await client.call("showConcern", 200, { path: { concern: chosen[1].id } });
    must(history.at(-1).sentence === `New lamp number 1 is lit here. ${body.common}`, JSON.stringify(history));
  },

  ...deskWork,

  async anEvaluationIsPlannedByADeskAndLockedByOversight() {
    const token = await sessionOf("Dora");
    const { hotspots } = await client.call("listDeskHotspots", 200, { token });
    const { id: hotspot, version } = hotspots[1];
    const first_day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const plan = { token, path: { hotspot }, body: { first_day, weeks: 4, fall: 30, minimum_severity: 3 } };
    await client.call("planEvaluation", 409, plan); // nobody has confirmed it
    await client.call("confirmHotspot", 204, { token, path: plan.path, body: { version } });
    const { id: refused } = await client.call("planEvaluation", 201, plan);
    const olive = await sessionOf("Olive");
    const why = { why: "Wait for the lamps." };
    await client.call("refuseEvaluation", 204, { token: olive, path: { evaluation: refused }, body: why });
    const { id } = await client.call("planEvaluation", 201, plan);
    await client.call("planEvaluation", 409, plan);
    await client.call("planEvaluation", 422, { ...plan, body: { ...plan.body, first_day: "2020-01-01" } });
    const { evaluations } = await client.call("listDeskEvaluations", 200, { token });
    must(evaluations[0].id === id && evaluations[0].control === hotspots[0].id, JSON.stringify(evaluations));
    must((await client.call("listEvaluations", 200)).evaluations.length === 0, "public before it is locked");

    const path = { evaluation: id };
    await client.call("approveEvaluation", 403, { token, path });
    await client.call("refuseEvaluation", 422, { token: olive, path, body: { why: " " } });
    await client.call("approveEvaluation", 204, { token: olive, path });
    await client.call("approveEvaluation", 409, { token: olive, path });
    await client.call("refuseEvaluation", 409, { token: olive, path, body: why });
    const [shown] = (await client.call("listEvaluations", 200)).evaluations;
    must(shown.fingerprint.length === 43 && !shown.hotspot && !shown.counts, JSON.stringify(shown));
    const { version: next } = await client.call("showDeskHotspot", 200, { token, path: plan.path });
    await client.call("endHotspot", 204, { token, path: plan.path, body: { version: next, why: "Another test." } });
  },

  async aDeskDecidesAboutAHotspot() {
    const token = await sessionOf("Dora");
    const { hotspots } = await client.call("listDeskHotspots", 200, { token });
    const path = { hotspot: hotspots[0].id };
    const opened = await client.call("showDeskHotspot", 200, { token, path });
    must(opened.state === "proposed" && opened.findings[0].women === 12, JSON.stringify(opened));
    await client.call("showDeskHotspot", 404, { token, path: { hotspot: "77" } });
    const { version } = opened;
    await client.call("confirmHotspot", 204, { token, path, body: { version } });
    await client.call("confirmHotspot", 409, { token, path, body: { version } });
    await client.call("confirmHotspot", 403, { token: await sessionOf("Amara"), path, body: { version } });
    await client.call("noteHotspot", 204, { token, path, body: { note: "The lamps come in spring." } });
    await client.call("noteHotspot", 422, { token, path, body: { note: " " } });
    const day = new Date().toISOString().slice(0, 10);
    const wrong = await client.call("planHotspotVisit", 422, { token, path, body: { day: "2020-01-01", minutes: 30 } });
    must(wrong.errors[0].field === "day", JSON.stringify(wrong));
    await client.call("planHotspotVisit", 204, { token, path, body: { day, minutes: 30 } });
    const { visits, version: next } = await client.call("showDeskHotspot", 200, { token, path });
    const made = { token, path: { ...path, visit: visits[0].id }, body: { day, minutes: 25 } };
    await client.call("noteHotspotVisit", 204, made);
    await client.call("noteHotspotVisit", 409, made);
    const shown = await client.call("listHotspots", 200);
    must(shown.hotspots[0].visits[0].count === 1 && !JSON.stringify(shown).includes("spring"), JSON.stringify(shown));
    await client.call("endHotspot", 422, { token, path, body: { version: next, why: "" } });
    await client.call("endHotspot", 204, { token, path, body: { version: next, why: "The works are over." } });
    await client.call("endHotspot", 409, { token, path, body: { version: next, why: "The works are over." } });
    must((await client.call("listHotspots", 200)).hotspots.length === 0, "it is still public");
    const { events } = await client.call("showDeskHotspot", 200, { token, path });
    must(events.map((each) => each.kind).join() === "found,evaluation_locked,confirmed,note,visit_planned,visit_delivered,ended", JSON.stringify(events));
  },

  async aDeskIsOnCall() {
    const token = await sessionOf("Dora");
    await client.call("goOnCall", 204, { token, body: { hours: 8 } });
    await client.call("goOnCall", 422, { token, body: { hours: 25 } });
    await client.call("goOnCall", 403, { token: await sessionOf("Amara"), body: { hours: 8 } });
    await client.call("goOnCall", 204, { token, body: { hours: 0 } });
  },

  async aDeskKeepsTemplates() {
    const token = await sessionOf("Dora");
    const body = { name: "Lamps", kind: "done", sentence: "The council repaired the lamps." };
    const { id } = await client.call("addTemplate", 201, { token, body });
    await client.call("addTemplate", 409, { token, body });
    const wrong = await client.call("addTemplate", 422, { token, body: { ...body, sentence: "Avoid this street." } });
    must(wrong.errors[0].field === "sentence", JSON.stringify(wrong));
    const { templates } = await client.call("listTemplates", 200, { token });
    must(templates.length === 1 && templates[0].id === id, JSON.stringify(templates));
    const { version } = templates[0];
    const path = { template: id };
    await client.call("changeTemplate", 204, { token, path, body: { ...body, name: "Lamps, mended", version } });
    await client.call("changeTemplate", 409, { token, path, body: { ...body, version } });
    await client.call("listTemplates", 403, { token: await sessionOf("Amara") });
    await client.call("removeTemplate", 204, { token, path });
    await client.call("removeTemplate", 404, { token, path });
  },

  async concernsArePassedToPartners() {
    const token = await sessionOf("Adam");
    const body = { name: "City Lamps", kind: "lighting", email: "lamps@example.org", services: "lighting", bcus: ["south"] };
    const { id } = await client.call("addPartner", 201, { token, body });
    await client.call("addPartner", 409, { token, body });
    const wrong = await client.call("addPartner", 422, { token, body: { ...body, name: "Parks", email: "nobody", bcus: ["west"] } });
    must(JSON.stringify(wrong.errors.map((error) => error.field)) === '["email","bcus"]', JSON.stringify(wrong));
    const { partners } = await client.call("listPartners", 200, { token });
    must(partners[0].gets === "letters" && !JSON.stringify(partners).includes("@"), JSON.stringify(partners));
    const path = { partner: id };
    must((await client.call("makePartnerKey", 201, { token, path })).key.length > 20, "no key");
    await client.call("revokePartnerKey", 204, { token, path });
    await client.call("revokePartnerKey", 404, { token, path: { partner: "1" } });
    const desk = await sessionOf("Dora");
    await client.call("addPartner", 403, { token: desk, body });
    await client.call("makePartnerKey", 403, { token: desk, path });
    const { concerns } = await client.call("listDeskConcerns", 200, { token: desk, query: { state: "open" } });
    const at = { token: desk, path: { concern: concerns[0].id } };
    const offers = await client.call("listPartnerOffers", 200, at);
    must(offers.partners[0].fits && offers.partners[0].id === id, JSON.stringify(offers));
    const answer = { version: concerns[0].version, kind: "referred", sentence: "The council will look at the lamp.", partner: id };
    const refused = await client.call("answerConcern", 422, { ...at, body: { ...answer, kind: "done" } });
    must(refused.errors[0].field === "partner", JSON.stringify(refused));
    await client.call("answerConcern", 422, { ...at, body: { ...answer, partner: "1" } });
    await client.call("answerConcern", 201, { ...at, body: answer });
  },

  async surveysAreReadByDeskAndOversight() {
    const found = await client.call("showSurveyResults", 200, { token: await sessionOf("Dora") });
    must(found.before.asked > 0 && found.before.answered === undefined, JSON.stringify(found));
    await client.call("showSurveyResults", 200, { token: await sessionOf("Olive"), query: { bcu: "1" } });
    await client.call("showSurveyResults", 403, { token: await sessionOf("Amara") });
  },

  async sheJudgesAndTakesBack() {
    const page = await client.call("showMine", 200, { token: women.ana.token });
    const { id, answers } = page.concerns[0];
    const sent = { token: women.ana.token, path: { concern: id } };
    await client.call("giveVerdict", 204, { ...sent, body: { answer: answers[0].id, verdict: "did_not" } });
    await client.call("giveVerdict", 409, { ...sent, body: { answer: answers[0].id, verdict: "helped" } });
    await client.call("withdrawConcern", 204, sent);
    await client.call("withdrawConcern", 404, { ...sent, path: { concern: "1" } });
  },

  async sheGetsACopyAndIsErased() {
    const { token, words } = women.dana;
    await client.call("sendCode", 204, { token });
    await client.call("downloadCopy", 403, { token, body: { code: "wrong words" } });
    const copy = await client.call("downloadCopy", 200, { token, body: { code: words } });
    must(JSON.stringify(copy).includes("dana"), "her name is not in her copy");
    await client.call("eraseMine", 403, { token, body: { code: words } }); // a code opens one thing
    await client.call("sendCode", 204, { token });
    await client.call("eraseMine", 204, { token, body: { code: words } });
    await client.call("showMine", 401, { token });
  },

  async staffSignInAndOut() {
    const page = await (await fetch(url + process.env.INVITATION)).text();
    const secret = /translate="no">([A-Z2-7 ]+)</.exec(page)[1];
    const password = "lantern otter parcel";
    await fetch(url + process.env.INVITATION, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ password, code: totp(secret) }),
    });
    const credentials = { name: "olive", password, code: totp(secret, 1) };
    await client.call("createSession", 403, { body: { ...credentials, password: "wrong" } });
    const { token, role } = await client.call("createSession", 201, { body: credentials });
    must(role === "oversight", role);
    await client.call("showSession", 200, { token });
    const audit = await client.call("listAudit", 200, { token, query: { action: "start_walk" } });
    must(audit.rows.length === 1, `${audit.rows.length} walks were started`);
    must((await client.call("checkAudit", 200, { token })).first_broken === undefined, "the chain is broken");
    await client.call("listOwnWalks", 403, { token });
    await client.call("listQueue", 403, { token });
    await client.call("listDeskConcerns", 200, { token });
    await client.call("deleteSession", 204, { token });
    await client.call("showSession", 401, { token });
  },

  async aCookieIsNotTakenFromOtherSites() {
    const session = await sessionOf("Dora");
    const headers = { Cookie: `session=${session}` };
    await client.call("showSession", 200, { headers });
    await client.call("deleteSession", 403, { headers: { ...headers, "Sec-Fetch-Site": "cross-site" } });
    await client.call("deleteSession", 403, { headers: { ...headers, Origin: "https://elsewhere.example" } });
    await client.call("deleteSession", 204, { token: session, headers: { Origin: "https://elsewhere.example" } });
  },

  async numbersAreThoseOfThePublishedMonth() {
    const month = process.env.MONTH;
    const numbers = await client.call("showNumbers", 200, { path: { month } });
    must(numbers.units.at(-1).unit === "force", JSON.stringify(numbers).slice(0, 300));
    const of = await client.call("showNumbers", 200, { path: { month }, query: { unit: "south" } });
    must(of.units.length === 1 && of.units[0].name === "South", JSON.stringify(of).slice(0, 300));
  },

  async whatIsNotThereIsAProblemToo() {
    for (const [method, path, status] of [["GET", "/nothing", 404], ["PUT", "/force", 405], ["POST", "/concerns", 405]]) {
      const answer = await fetch(`${url}/api/v1${path}`, { method });
      const problem = await answer.json();
      must(answer.status === status && problem.status === status, `${path}: ${answer.status}`);
      must(answer.headers.get("content-type") === "application/problem+json", path);
      must(status !== 405 || answer.headers.get("allow"), `${path}: no Allow`);
      must((await fetch(url + problem.type)).status === 200, `${problem.type} has no page`);
    }
  },

  ...confidential,

  async everyOperationWasCalledBothWays() {
    const left = [...client.seen].filter(([, { done, refused }]) => done === 0 || refused === 0);
    must(left.length === 0, left.map(([id, { done }]) => `${id} had no ${done ? "error" : "success"}`).join(", "));
  },
};

/** What every operation must refuse the same way, as far as it reads such a thing. */
async function refuseAlike(id, operation) {
  const says = (status) => operation.responses[status] !== undefined;
  if (says(406)) await client.call(id, 406, { body: needed(operation).body, headers: { Accept: "image/png" } });
  if (operation.security.length > 0) {
    await client.call(id, 401, needed(operation));
    await client.call(id, 401, { ...needed(operation), token: "forged" });
  }
  if (operation.requestBody && operation.security.length === 0) {
    const headers = needed(operation).headers;
    await client.call(id, 400, { headers, raw: '{"a": [1, 2' });
    await client.call(id, 400, { headers, raw: "[]" });
    await client.call(id, 415, { raw: "a=b", headers: { ...headers, "Content-Type": "application/x-www-form-urlencoded" } });
    await client.call(id, 413, { headers, raw: JSON.stringify({ words: "x".repeat(70000) }) });
    await client.call(id, 422, { headers, body: { unknown: 1 } });
  }
}

function needed(operation) {
  const keys = (operation.parameters ?? []).filter((one) => one.in === "header");
  return { headers: Object.fromEntries(keys.map((one) => [one.name, randomUUID()])), body: operation.requestBody ? {} : undefined };
}

let passed = 0;
let failed = 0;
// One goes on where the other ended: all are run if any is asked for.
const isAsked = Object.keys(tests).some((name) => `api/${name}`.includes(pattern));
for (const [name, test] of isAsked ? Object.entries(tests) : []) {
  try {
    await test();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`failed: api/${name}: ${error.message}`);
  }
}
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed ? 1 : 0);
