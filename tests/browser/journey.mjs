// Once round the loop: request, plan, acceptance, walk, concern, answer, verdict; as the woman, the
// desk and the officer; and the other journeys. Each twice: with JavaScript and the map, and without.
import { answers, signIn, signInAs } from "./answers.mjs";
import { hotspots } from "./hotspots.mjs";
import { keyboard } from "./keyboard.mjs";
import { choosePlaceOnMap, CONCERNS, listHasAllPoints, MEETING, pressPoint, seeMap, seeNoMap } from "./maps.mjs";
import { chromium, Person } from "./person.mjs";
import { severalAnswers } from "./several.mjs";

const screenshots = process.env.SCREENSHOTS;
const wide = { width: 1280, height: 900 };

/** Names of the demonstration's staff, as the buttons say them. */
async function staffNames(person) {
  await person.goto("/demo");
  const names = await person.page.locator("main button").allInnerTexts();
  return names.map((name) => name.trim());
}

/** By searching alone, or by mouse, finger and keys on the map as well. */
async function choosePlaces(woman) {
  await woman.page.locator("[name=search]").fill("gatan");
  await woman.press("Search");
  await woman.page.locator("[name=found]").first().check();
  await woman.press("Choose this place");
  const chosen = woman.page.locator(".wt-places__item");
  if (woman.javaScript) {
    await woman.page.getByRole("button", { name: /^Remove/ }).click(); // it may lie far from the others
    await choosePlaceOnMap(woman, 0, 0, "mouse");
    await choosePlaceOnMap(woman, 25, 0, "touch");
    await choosePlaceOnMap(woman, 0, 0, "keyboard");
    await woman.page.getByRole("button", { name: /^Remove/ }).last().click();
    await woman.page.waitForLoadState();
  } else {
    await woman.press("Choose it on a map instead");
    await seeNoMap(woman);
    await woman.page.locator("noscript p", { hasText: "Your browser shows no map here" }).waitFor();
  }
  const count = await chosen.count();
  if (count !== (woman.javaScript ? 2 : 1)) {
    throw new Error(`${count} places are chosen`);
  }
}

/** The map of a walk's way, and beside it the same in words. */
async function seeWay(person) {
  await person.press("Show the way on a map");
  await seeMap(person, [MEETING]);
  await person.expect("The way, in words");
}

async function visit(person, addresses) {
  for (const address of addresses) {
    await person.goto(address);
  }
}

/** What everyone may read. */
async function readAll(woman) {
  await visit(woman, ["/concerns", "/help", "/help/share", "/wrong", "/officers/check", "/tell", "/tell?map=1", "/privacy", "/accessibility", "/api", "/api/problems/invalid"]);
  await visit(woman, ["/link", "/link/words", "/ask/under-age", "/staff/sign-in"]);
  await woman.goto("/concerns");
  await listHasAllPoints(woman);
  if (woman.javaScript) {
    await pressPoint(woman, CONCERNS);
    await seeMap(woman, CONCERNS);
  } else {
    await seeNoMap(woman);
    await woman.follow(/^\/concerns\/\d+$/);
    await seeNoMap(woman);
  }
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
  await choosePlaces(woman);
  await woman.press("That's all: continue");
  for (const box of await woman.page.locator("input[name=free_times]").all()) {
    await box.check();
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

/** The pages on which she changes, corrects, downloads and erases. */
async function seeOwnData(woman, page) {
  await woman.press("Change what you asked for");
  const chosen = await woman.page.locator(".wt-places__item").count();
  await woman.page.locator("[name=search]").fill("gatan");
  await woman.page.keyboard.press("Enter");
  await woman.page.locator("[name=found]").first().waitFor();
  if ((await woman.page.locator(".wt-places__item").count()) !== chosen) {
    throw new Error("Enter in the search took a place away");
  }
  await woman.goto(`${page}/about`);
  await woman.goto(page);
  await woman.press("Get a copy, get a new link or erase everything");
  await woman.expect("Erase everything");
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
  await desk.goto("/desk/queue");
  await desk.follow(/^\/desk\/requests\/\d+$/);
  await desk.goto("/desk/walks");
  await desk.follow(/^\/desk\/walks\/\d+$/);
  await desk.goto("/desk/officers");
  await desk.follow(/^\/desk\/officers\/\d+\/suspension$/);
}

/** The path of the page in the message to `address`, as soon as the worker has sent it. */
async function pathInMail(person, address) {
  const link = person.page.locator("li", { hasText: address }).locator("a[href*='/news/']").first();
  for (let i = 0; i < 50; ++i) {
    await person.page.goto("/demo/outbox");
    if (await link.count()) {
      return new URL(await link.getAttribute("href")).pathname;
    }
    await person.page.waitForTimeout(200);
  }
  throw new Error("the message was not sent");
}

/** News of an area by mail: asked for, confirmed, stopped. */
async function getNews(person, address) {
  await person.goto("/concerns");
  await person.press("Get news of an area by mail");
  await person.press("Continue");
  await person.press("Send me news"); // empty
  await person.expect("There is a problem");
  await person.page.locator("[name=address]").fill(address);
  await person.press("Send me news");
  const page = await pathInMail(person, address);
  await person.goto(page);
  await person.press("Yes, send me news");
  await person.goto(page);
  await person.press("Stop the news");
  await person.expect("Nothing more is sent.");
}

async function walkTogether(officer, name) {
  await officer.goto("/officer/walks");
  const walks = officer.page.locator("main .wt-card__link");
  for (let i = 0; i < (await walks.count()); ++i) {
    await walks.nth(i).click();
    await officer.page.waitForLoadState();
    if (await officer.page.getByText(name).count()) {
      await officer.look();
      if (officer.javaScript) {
        await seeWay(officer);
      }
      return recordAndFinish(officer);
    }
    await officer.goto("/officer/walks");
  }
  throw new Error("the officer does not have the walk");
}

/** Her telephone fills in where she is, once she says "here" and lets it. */
async function tellsWhereSheIs(officer) {
  const context = officer.page.context();
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ latitude: 57.701234, longitude: 11.965432 });
  await officer.choose("Where I am now");
  await officer.page.waitForFunction(() => document.querySelector("[name=lat]").value === "57.701234");
}

async function recordAndFinish(officer) {
  await officer.press("Called away");
  await officer.press("Back");
  await officer.press("We have met: start");
  await record(officer, "Badly lit");
  await record(officer, "Poor layout or blind spots");
  await officer.press("Finish");
  await officer.press("The walk is done");
}

async function record(officer, category) {
  await officer.press("Record a concern");
  if (officer.javaScript) {
    await tellsWhereSheIs(officer);
  }
  await officer.choose(category);
  await officer.page.locator("[name=severity]").last().check();
  await officer.page.locator("[name=felt]").first().check();
  await officer.page.locator("[name=place]").first().check();
  await officer.page.locator("[name=who]").first().check();
  await officer.press("Save");
}

async function loop(browser, options) {
  const { javaScript } = options;
  const name = javaScript ? "Zoë <script>" : "Nia <b>";
  const woman = await Person.arrive(browser, "woman", options);
  const desk = await Person.arrive(browser, "desk", { ...options, size: javaScript ? wide : undefined });
  const officer = await Person.arrive(browser, "officer", options);
  const partner = await Person.arrive(browser, "partner", options);

  const page = await askForAWalk(woman, name);
  await seeOwnData(woman, page);
  const desks = (await staffNames(desk)).filter((name) => /desk/i.test(name));
  for (const name of desks) {
    await signIn(desk, name);
    await planTheWeek(desk);
  }
  await woman.goto(page);
  await woman.press("Yes, I will come");
  await woman.expect("Your walk is agreed");
  if (javaScript) {
    await seeWay(woman);
  }
  const officers = await woman.page.locator("main").innerText();
  const names = (await staffNames(officer)).filter((name) => officers.includes(name.split(",")[0]));
  await signIn(officer, names[0]);
  await walkTogether(officer, name);
  await officer.goto("/officer/patch");
  await getNews(woman, javaScript ? "joy@example.org" : "may@example.org");

  await woman.goto(page);
  await woman.expect("What you told us");
  await answers({ woman, desk, partner, page, desks });
  await readAll(woman);
  await signInAs(desk, "Oversight");
  await visit(desk, ["/oversight", "/oversight/audit", "/oversight/complaints"]);
  await visit(desk, ["/oversight/confidential", "/oversight/partners", "/surveys", "/numbers"]);
  await readAs(desk, "Safeguarding", "/safeguarding/disclosures");
  await readAs(desk, "Professional standards", "/complaints");
  return [woman, desk, officer, partner].flatMap((person) => person.faults);
}

/** The list and the first page of those who read what nobody else may. */
async function readAs(person, role, list) {
  await signInAs(person, role);
  await person.goto(list);
  await person.goto(await person.page.locator(`main a[href^='${list}/']`).first().getAttribute("href"));
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: [
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-gpu-rasterization", // Debian asks for it; without a graphics card it is slow
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
});
const pattern = process.argv[2] ?? "";
let passed = 0;
let failed = 0;

function tell(name, faults) {
  if (faults.length === 0) {
    ++passed;
    console.log(`ok ${name}`);
  } else {
    ++failed;
    console.log(`FAILED ${name}\n  ${[...new Set(faults)].join("\n  ")}`);
  }
}

/** All journeys, one after the other, on a demonstration of their own. */
async function walkAll(url, javaScript) {
  for (const [journey, run] of Object.entries({
    "the keyboard": keyboard,
    "several answers": severalAnswers,
    hotspots,
    "the loop": loop,
  })) {
    const name = `${journey} ${javaScript ? "with" : "without"} JavaScript`;
    if (name.includes(pattern)) {
      tell(name, await run(browser, { url, screenshots, javaScript }).catch((error) => [error.stack]));
    }
  }
}

const [url, urlWithout] = process.env.URLS.split(" ");
await Promise.all([walkAll(url, true), walkAll(urlWithout, false)]); // a journey waits more than it works
await browser.close();
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed === 0 ? 0 : 1);
