// Once round the loop: request, plan, acceptance, walk, concern, answer, verdict; as the woman, the
// desk and the officer. Twice: with JavaScript and the map, and without.
import { chromium, Person } from "./person.mjs";

const url = process.env.URL;
const screenshots = process.env.SCREENSHOTS;
const wide = { width: 1280, height: 900 };

async function signIn(person, who) {
  await person.goto("/demo");
  await person.press(who);
}

/** Names of the demonstration's staff, as the buttons say them. */
async function staffNames(person) {
  await person.goto("/demo");
  const names = await person.page.locator("main button").allInnerTexts();
  return names.map((name) => name.trim());
}

async function askForAWalk(woman, name) {
  await woman.goto("/");
  await woman.press("Ask for a walk");
  await woman.press("Continue"); // nothing chosen: an error, and nothing lost
  await woman.expect("There is a problem");
  await woman.choose("Yes");
  await woman.press("Continue");
  await woman.write("What may the officers call you?", name);
  await woman.choose("Not at all: I will keep my link");
  await woman.press("Continue");
  await woman.page.locator("[name=search]").fill("gatan");
  await woman.press("Search");
  await woman.page.locator("[name=found]").first().check({ force: true });
  await woman.press("Choose this place");
  await woman.press("That's all: continue");
  for (const box of await woman.page.locator("input[name=free_times]").all()) {
    await box.check({ force: true });
  }
  await woman.press("Continue");
  await woman.press("Continue");
  await woman.expect(name);
  await woman.press("Send");
  await woman.expect("You are in the queue");
  const link = await woman.page.locator(".wt-secret-link a").getAttribute("href");
  await woman.goto(new URL(link, url).pathname);
  return new URL(link, url).pathname;
}

async function planTheWeek(desk) {
  await desk.goto("/desk/queue");
  await desk.goto("/desk/plan");
  await desk.press("Make a plan");
  const publish = desk.page.getByRole("button", { name: "Publish this plan" });
  if (await publish.count()) {
    // No button where the plan of this unit has no walk.
    await desk.press("Publish this plan");
  }
  await desk.goto("/desk/walks");
  await desk.goto("/desk/officers");
}

async function walkTogether(officer, name) {
  await officer.goto("/officer/walks");
  const walks = officer.page.locator("main .wt-card__link");
  for (let i = 0; i < (await walks.count()); ++i) {
    await walks.nth(i).click();
    await officer.page.waitForLoadState();
    if (await officer.page.getByText(name).count()) {
      await officer.look();
      return recordAndFinish(officer);
    }
    await officer.goto("/officer/walks");
  }
  throw new Error("the officer does not have the walk");
}

async function recordAndFinish(officer) {
  await officer.press("We have met: start");
  await officer.press("Record a concern");
  await officer.choose("Badly lit");
  await officer.page.locator("[name=severity]").last().check({ force: true });
  await officer.page.locator("[name=felt]").first().check({ force: true });
  await officer.page.locator("[name=place]").first().check({ force: true });
  await officer.page.locator("[name=who]").first().check({ force: true });
  await officer.press("Save");
  await officer.press("Finish");
  await officer.press("The walk is done");
}

/** Answers the concern as the desk whose unit it lies in. */
async function answer(desk, desks, concern) {
  for (const name of desks) {
    await signIn(desk, name);
    await desk.goto("/desk/concerns");
    const found = await desk.page.request.get(`/desk/concerns/${concern}`);
    if (found.ok()) {
      await desk.goto(`/desk/concerns/${concern}`);
      await desk.press("Publish this answer"); // empty: all errors at once, nothing lost
      await desk.expect("There is a problem");
      await desk.choose("Done");
      await desk.write("The public sentence", "Two broken lamps were replaced, and trees cut back.");
      await desk.press("Publish this answer");
      await desk.expect("Two broken lamps were replaced");
      return;
    }
  }
  throw new Error("no desk could open the concern");
}

async function loop(browser, javaScript) {
  const options = { url, screenshots, javaScript };
  const name = javaScript ? "Zoë <script>" : "Nia <b>";
  const woman = await Person.arrive(browser, "woman", options);
  const desk = await Person.arrive(browser, "desk", { ...options, size: wide });
  const officer = await Person.arrive(browser, "officer", options);

  const page = await askForAWalk(woman, name);
  const desks = (await staffNames(desk)).filter((name) => /desk/i.test(name));
  for (const name of desks) {
    await signIn(desk, name);
    await planTheWeek(desk);
  }
  await woman.goto(page);
  await woman.press("Yes, I will come");
  await woman.expect("Your walk is agreed");
  const officers = await woman.page.locator("main").innerText();
  const names = (await staffNames(officer)).filter((name) => officers.includes(name.split(",")[0]));
  await signIn(officer, names[0]);
  await walkTogether(officer, name);

  await woman.goto(page);
  await woman.expect("What you told us");
  const form = woman.page.locator("form[action*='/concerns/']").first();
  const concern = (await form.getAttribute("action")).match(/concerns\/(\d+)/)[1];
  await answer(desk, desks, concern);
  await woman.goto(page);
  await woman.press("It helped");
  await woman.expect("You said");
  await woman.goto("/concerns");
  await woman.goto("/help");
  await woman.goto("/officers/check");
  await woman.goto("/tell");
  return [...woman.faults, ...desk.faults, ...officer.faults];
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: [
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
});
let passed = 0;
let failed = 0;
for (const [name, javaScript] of [
  ["the loop with JavaScript", true],
  ["the loop without JavaScript", false],
]) {
  let faults;
  try {
    faults = await loop(browser, javaScript);
  } catch (error) {
    faults = [error.stack];
  }
  if (faults.length === 0) {
    ++passed;
    console.log(`ok ${name}`);
  } else {
    ++failed;
    console.log(`FAILED ${name}\n  ${[...new Set(faults)].join("\n  ")}`);
  }
}
await browser.close();
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed === 0 ? 0 : 1);
