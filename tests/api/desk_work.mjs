// What a desk does with a concern besides answering it, by the API.
import { client, must, sessionOf } from "./scheme.mjs";

/** The concerns of the desk's unit, opened, as far as they fit. */
async function concernsThat(token, fits) {
  const { concerns } = await client.call("listDeskConcerns", 200, { token });
  const found = [];
  for (const { id } of concerns) {
    const opened = await client.call("showDeskConcern", 200, { token, path: { concern: id } });
    if (fits(opened)) found.push(opened);
  }
  must(found.length > 0, "no concern fits");
  return found;
}

export const deskWork = {
  async aDeskReadsHerWordsForAReasonAndRemovesAPassage() {
    const token = await sessionOf("Dora");
    const [{ concern }] = await concernsThat(token, (opened) => opened.has_words);
    const at = { token, path: { concern: concern.id } };
    const { words } = await client.call("readWords", 200, { ...at, body: { reason: "answering" } });
    must(words === "No lamp", words);
    await client.call("readWords", 422, { ...at, body: { reason: "curiosity" } });
    await client.call("readWords", 403, { ...at, token: await sessionOf("Olive"), body: { reason: "answering" } });
    await client.call("redactWords", 422, { ...at, body: { passage: " ", why: "not_needed" } });
    await client.call("redactWords", 204, { ...at, body: { passage: "lamp", why: "not_needed" } });
    await client.call("redactWords", 409, { ...at, body: { passage: "lamp", why: "not_needed" } });
    const left = await client.call("readWords", 200, { ...at, body: { reason: "safeguarding" } });
    must(left.words === "No [removed]", left.words);
  },

  async aDeskAnswersNearConcernsTogetherAndApart() {
    const token = await sessionOf("Dora");
    for (const { concern } of await concernsThat(token, (opened) => opened.concern.state === "open")) {
      const at = { token, path: { concern: concern.id } };
      const { near } = await client.call("listCompanions", 200, at);
      if (near.length > 0) {
        await client.call("mergeConcern", 204, { ...at, body: { concern: near[0].id } });
        await client.call("mergeConcern", 409, { ...at, body: { concern: near[0].id } });
        const { merged } = await client.call("listCompanions", 200, at);
        must(merged.length === 1 && merged[0].id === near[0].id, JSON.stringify(merged));
        await client.call("separateConcern", 204, { token, path: { concern: near[0].id } });
        await client.call("separateConcern", 409, { token, path: { concern: near[0].id } });
        await client.call("listCompanions", 404, { token, path: { concern: "1" } });
        return;
      }
    }
    throw new Error("no two concerns are near");
  },

  async aDeskHandsAConcernOver() {
    const token = await sessionOf("Dora");
    const [{ concern }] = await concernsThat(token, (opened) => opened.concern.state === "open");
    const at = { token, path: { concern: concern.id } };
    await client.call("goOnCall", 204, { token, body: { hours: 4 } });
    const { owner, others } = await client.call("showOwners", 200, at);
    must(owner === undefined && others[0].name === "Dora" && others[0].on_call_until, JSON.stringify(others));
    const body = { version: concern.version, owner: others[0].id };
    await client.call("handOverConcern", 422, { ...at, body: { ...body, owner: "1" } });
    await client.call("handOverConcern", 204, { ...at, body });
    await client.call("handOverConcern", 409, { ...at, body });
    must((await client.call("showOwners", 200, at)).owner.name === "Dora", "it is not hers");
    await client.call("showOwners", 404, { token, path: { concern: "1" } });
  },

  async aDeskTakesAnAnswerBack() {
    const token = await sessionOf("Dora");
    const [{ concern }] = await concernsThat(token, (opened) => opened.concern.state === "open");
    const at = { token, path: { concern: concern.id } };
    const body = { version: concern.version, kind: "done", sentence: "The lamp at the corner is lit again." };
    const { id } = await client.call("answerConcern", 201, { ...at, body });
    await client.call("takeBackAnswer", 204, { token, path: { concern: concern.id, answer: id } });
    await client.call("takeBackAnswer", 409, { token, path: { concern: concern.id, answer: id } });
  },
};
