// Without a mouse: through the first question of the form, and away from the site at once.
import { Person } from "./person.mjs";

const ELSEWHERE = "https://www.bbc.co.uk/weather";

/** Where the focus is, and whether one sees it. Runs in the page. */
function focused() {
  const element = document.activeElement;
  // A radio button shows its focus on what stands for it.
  const shown = element.matches("[type=radio], [type=checkbox]") ? element.nextElementSibling : element;
  const looks = [getComputedStyle(shown), getComputedStyle(shown, "::before")];
  const isSeen = looks.some((style) => style.boxShadow !== "none" || Number.parseFloat(style.outlineWidth) > 1);
  const { top, bottom } = element.getBoundingClientRect();
  return {
    words: (element.labels?.[0] ?? element).textContent.trim(),
    isMain: element.id === "main",
    isSeen: isSeen && bottom > 0 && top < innerHeight,
  };
}

/** Tab until the focus stands on `words`; says what it passed. */
async function tabTo(page, words) {
  const passed = [];
  for (let i = 0; i < 30; ++i) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(focused);
    passed.push(here.words);
    if (!here.isSeen) {
      throw new Error(`the focus on "${here.words}" cannot be seen`);
    }
    if (here.words === words) {
      return passed;
    }
  }
  throw new Error(`Tab does not reach "${words}": ${passed.join(" | ")}`);
}

function mustBe(passed, expected) {
  if (passed.join("|") !== expected.join("|")) {
    throw new Error(`the order of Tab is ${passed.join(" | ")}`);
  }
}

async function answersByKeyboard(browser, options) {
  const { page } = await Person.arrive(browser, "keyboard", options);
  await page.goto("/ask/age");
  await tabTo(page, "Skip to main content");
  await page.keyboard.press("Enter");
  if (!(await page.evaluate(focused)).isMain) {
    throw new Error("the first link does not lead to the page's own part");
  }
  // One press stops at a question, not at each of its answers.
  mustBe(await tabTo(page, "Continue"), ["Yes", "Continue"]);
  await page.keyboard.press("Enter"); // nothing chosen
  await page.waitForSelector(".govuk-error-summary");
  await page.locator(".govuk-error-summary a").focus();
  await page.keyboard.press("Enter"); // the error leads to its question
  if ((await page.evaluate(focused)).words !== "Yes") {
    throw new Error(`the error leads to ${(await page.evaluate(focused)).words}`);
  }
  await page.keyboard.press("Space");
  await tabTo(page, "Continue");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/ask\/you$/);
  await tabTo(page, "What may the officers call you?");
  await page.keyboard.type("Ines");
  await page.context().close();
}

async function leaves(browser, options, press) {
  const context = await browser.newContext({ baseURL: options.url, javaScriptEnabled: options.javaScript });
  const page = await context.newPage();
  await context.route(`${ELSEWHERE}**`, (route) => route.fulfill({ contentType: "text/html", body: "<h1>Rain</h1>" }));
  await page.goto("/help");
  await page.goto("/ask/age");
  await press(page);
  await page.waitForURL(`${ELSEWHERE}**`, { timeout: 10000 });
  if (options.javaScript) {
    await page.goBack();
    if (page.url().includes("/ask")) {
      throw new Error("the way back leads to the form");
    }
  }
  await context.close();
}

const thrice = (key) => async (page) => {
  for (let i = 0; i < 3; ++i) {
    await page.keyboard.press(key);
  }
};

async function byLink(page) {
  await tabTo(page, "Emergency Exit this page");
  await page.keyboard.press("Enter");
}

export async function keyboard(browser, options) {
  await answersByKeyboard(browser, options);
  await leaves(browser, options, byLink);
  if (options.javaScript) {
    await leaves(browser, options, thrice("Escape"));
    await leaves(browser, options, thrice("Shift"));
  }
  return [];
}
