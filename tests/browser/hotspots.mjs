// Where more women said that they feel unsafe than chance explains: a desk looks at what the weekly
// search found, confirms it, plans a visit and notes that it was made; oversight locks an evaluation; anyone sees what
// is done.
import { signIn } from "./answers.mjs";
import { Person } from "./person.mjs";

const NOTE = "The lamps of this crossing are on the list of the next round.";

/** The first desk, if any, whose list leads to a hotspot; the page is that hotspot's. */
async function openHotspot(desk) {
  await desk.goto("/demo");
  const names = await desk.page.locator("h2", { hasText: "Desk" }).locator("+ ul button").allInnerTexts();
  for (const name of names) {
    await signIn(desk, name);
    await desk.goto("/desk/hotspots");
    if (await desk.follow(/^\/desk\/hotspots\/\d+$/)) {
      return new URL(desk.page.url()).pathname;
    }
  }
  throw new Error("the demonstration has no hotspot");
}

async function writeNote(desk) {
  await desk.press("Keep this note"); // empty: told of, nothing lost
  await desk.expect("There is a problem");
  await desk.write("Note", NOTE);
  await desk.press("Keep this note");
  await desk.expect(NOTE);
}

/** Today, where the demonstration's force is: late in the evening of UTC, that is tomorrow. */
async function writeToday(desk) {
  const zone = { timeZone: "Europe/Stockholm", year: "numeric", month: "numeric", day: "numeric" };
  const parts = new Intl.DateTimeFormat("en-GB", zone).formatToParts(new Date());
  for (const [label, type] of [["Day", "day"], ["Month", "month"], ["Year", "year"]]) {
    const value = parts.find((part) => part.type === type).value;
    await desk.page.getByRole("textbox", { name: label, exact: true }).fill(value);
  }
}

async function planAndNoteAVisit(desk) {
  await desk.press("Plan this visit"); // all errors at once
  const faults = await desk.page.locator(".govuk-error-summary a").count();
  if (faults !== 2) {
    throw new Error(`${faults} of 2 errors are told of`);
  }
  await writeToday(desk);
  await desk.write("Minutes", "30");
  await desk.press("Plan this visit");
  await desk.press("Note that it was made");
  await writeToday(desk);
  await desk.write("Minutes", "25");
  await desk.press("Note this visit");
  await desk.expect("25");
}

/** Confirms it unless that was done before; then nothing is left to confirm. */
async function confirm(desk, page) {
  const button = desk.page.getByRole("button", { name: "Confirm this hotspot" });
  if (await button.count()) {
    await desk.press("Confirm this hotspot");
    await desk.goto(page);
  }
  if (await button.count()) {
    throw new Error("it is still to be confirmed");
  }
}

/** The desk is told all that is missing in the plan of an evaluation. */
async function planNoEvaluation(desk) {
  await desk.press("Plan an evaluation");
  await desk.press("Propose this evaluation");
  const faults = await desk.page.locator(".govuk-error-summary a").count();
  if (faults !== 4) {
    throw new Error(`${faults} of 4 errors are told of`);
  }
}

/** Oversight locks what a desk has proposed; from then on anyone sees that it is. */
async function lockAnEvaluation(oversight) {
  await signIn(oversight, "Oversight");
  await oversight.goto("/desk/evaluations");
  await oversight.follow(/^\/desk\/evaluations\/\d+$/);
  await oversight.press("Lock this evaluation");
  await oversight.expect("The evaluation is locked.");
  await oversight.expect("The exact words that are locked");
  await oversight.goto("/evaluations");
  await oversight.expect("Its places are named once it is over");
}

/** @returns what is wrong with the pages that were seen */
export async function hotspots(browser, options) {
  const desk = await Person.arrive(browser, "hotspot-desk", options);
  const page = await openHotspot(desk);
  await confirm(desk, page);
  await writeNote(desk);
  await desk.goto(page);
  await planAndNoteAVisit(desk);
  await desk.goto(page);
  await planNoEvaluation(desk);

  const oversight = await Person.arrive(browser, "oversight", options);
  await lockAnEvaluation(oversight);

  const woman = await Person.arrive(browser, "anyone", options);
  await woman.goto("/hotspots");
  await woman.expect(/visits? (was|were) made/);
  if ((await woman.page.getByText(NOTE).count()) > 0) {
    throw new Error("the public sees the desk's note");
  }
  return [...desk.faults, ...oversight.faults, ...woman.faults];
}
