// What becomes of two concerns: one is done at once; the other is refused, opened again by her
// verdict, passed to a partner who takes it on and mends it, and read by oversight and by everyone.

const DONE = "Two broken lamps were replaced, and trees cut back.";
const REFUSED = "We will not do this, as the wall belongs to the church.";
const PASSED_ON = "We looked again at night, and the council will put up lamps.";
const TAKEN_ON = "We have this on our list for the evening round on Monday.";
const MENDED = "Three lamps were put up beside the wall and are lit.";

export async function signIn(person, who) {
  await person.goto("/demo");
  await person.press(who);
}

/** Signs in as the first of a role. */
export async function signInAs(person, role) {
  await person.goto("/demo");
  await person.page.locator("h2", { hasText: role }).locator("+ ul button").first().click();
}

/** The concerns on her page, by number. */
async function ownConcerns(woman) {
  const forms = await woman.page.locator("form[action*='/concerns/']").all();
  const actions = await Promise.all(forms.map((form) => form.getAttribute("action")));
  return [...new Set(actions.map((action) => action.match(/concerns\/(\d+)/)[1]))];
}

/** Signs in as the desk whose unit the concern lies in. */
async function signInAsItsDesk(desk, desks, concern) {
  for (const name of desks) {
    await signIn(desk, name);
    const found = await desk.page.request.get(`/desk/concerns/${concern}`);
    if (found.ok()) {
      return;
    }
  }
  throw new Error("no desk could open the concern");
}

async function answerAsDone(desk, concern) {
  await desk.goto("/desk/concerns");
  await desk.goto(`/desk/concerns/${concern}`);
  await desk.press("Publish this answer"); // empty: all errors at once, nothing lost
  await desk.expect("There is a problem");
  await desk.choose("Done");
  await desk.write("The public sentence", DONE);
  await desk.press("Publish this answer");
  await desk.expect(DONE);
}

async function refuse(desk, concern) {
  await desk.goto(`/desk/concerns/${concern}`);
  await desk.choose("Will not be done, and why");
  await desk.write("The public sentence", REFUSED);
  await desk.press("Publish this answer");
  await desk.expect(REFUSED);
}

async function passOn(desk, concern) {
  await desk.goto(`/desk/concerns/${concern}`);
  await desk.choose("Passed to another body");
  const partners = desk.page.getByLabel("If it is passed on: to which partner?");
  await partners.selectOption({ index: 1 });
  await desk.write("The public sentence", PASSED_ON);
  await desk.press("Publish this answer");
  await desk.expect(PASSED_ON);
  await desk.goto("/desk/referrals");
}

/** The partner's letters in the demonstration's outbox, newest first. */
async function lettersOf(person) {
  await person.page.goto("/demo/outbox");
  return person.page.locator("a[href*='/referrals/']").evaluateAll((all) => all.map((a) => new URL(a.href).pathname));
}

/** Waits until the worker has sent another letter than those `before`. */
async function newLetter(person, before) {
  for (let attempt = 0; attempt < 100; ++attempt) {
    const found = (await lettersOf(person)).find((letter) => !before.includes(letter));
    if (found) {
      return found;
    }
    await person.page.waitForTimeout(300);
  }
  throw new Error("the partner got no letter");
}

async function answerAsPartner(partner, letter) {
  await partner.goto(letter);
  await partner.expect(PASSED_ON);
  await partner.press("Publish this answer"); // empty
  await partner.expect("There is a problem");
  await partner.choose("We take this on");
  await partner.write("The public sentence", TAKEN_ON);
  await partner.press("Publish this answer");
  await partner.goto(letter);
  await partner.choose("We have done it");
  await partner.write("The public sentence", MENDED);
  await partner.press("Publish this answer");
}

/** Says on her page what she thinks of the answer `sentence`. */
async function giveVerdict(woman, page, sentence, verdict) {
  await woman.goto(page);
  await woman.expect(sentence);
  await woman.press(verdict);
  await woman.expect("You said");
}

/** Everyone reads the whole history, its refusal as well. */
async function readHistory(person, address) {
  await person.goto(address);
  for (const sentence of [REFUSED, PASSED_ON, TAKEN_ON, MENDED]) {
    await person.expect(sentence);
  }
}

/**
 * @param page  hers, with two concerns that have no answer yet
 * @param desks  names of the demonstration's desks
 */
export async function answers({ woman, desk, partner, page, desks }) {
  await woman.goto(page);
  const [easy, hard] = await ownConcerns(woman);
  await signInAsItsDesk(desk, desks, easy);
  await answerAsDone(desk, easy);
  await giveVerdict(woman, page, DONE, "It helped");

  await refuse(desk, hard);
  await giveVerdict(woman, page, REFUSED, "It did not help");
  const before = await lettersOf(partner);
  await passOn(desk, hard);
  await answerAsPartner(partner, await newLetter(partner, before));
  await giveVerdict(woman, page, MENDED, "It helped");

  await readHistory(woman, `/concerns/${hard}`);
  await signInAs(desk, "Oversight");
  await readHistory(desk, `/desk/concerns/${hard}`);
}
