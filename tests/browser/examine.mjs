// What is looked at on every page: axe by day and by night, the width of a small phone, the size
// of what is pressed, and the HTML as it was sent.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../ui/package.json", import.meta.url));
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const { HtmlValidate } = require("html-validate");

const NARROW = [320, 360];
const SMALLEST_TARGET = 24;
// WCAG 2.2 AA and best practice, and of AAA the contrast, which our own colours keep.
const BY_DAY = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true }, "color-contrast-enhanced": { enabled: true } },
};
// By night only colours differ.
const BY_NIGHT = { runOnly: ["color-contrast", "color-contrast-enhanced", "link-in-text-block"] };

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "submit"] }],
    "aria-label-misuse": ["error", { allowAnyNamable: true }], // a list may have a name
    "tel-non-breaking": "off", // the style keeps numbers whole
    "long-title": "off", // a concern's title names its place
    "require-sri": "off", // everything comes from the same program
    "doctype-style": "off",
    "void-style": "off",
    "no-trailing-whitespace": "off",
  },
});

async function axe(page, options, when) {
  if (!(await page.evaluate(() => "axe" in globalThis))) {
    await page.evaluate(`${axeSource};0`);
  }
  const result = await page.evaluate((what) => globalThis.axe.run(what), options);
  return result.violations.map((violation) => {
    const where = violation.nodes.slice(0, 3).map((node) => node.target.join(" "));
    const why = violation.nodes[0].any[0]?.message ?? "";
    return `axe ${when}: ${violation.id} at ${where.join(", ")} ${why}`;
  });
}

/** What sticks out of a narrow screen, and what is too small to be pressed. Runs in the page. */
function measure(smallest) {
  const name = (element) =>
    `${element.tagName.toLowerCase()}.${element.getAttribute("class")} "${element.textContent.trim().slice(0, 30)}"`;
  const faults = [];
  const { scrollWidth } = document.scrollingElement;
  if (scrollWidth > innerWidth) {
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 0.5,
    );
    faults.push(`${scrollWidth} wide: ${wide.slice(-3).map(name).join(", ")}`);
  }
  for (const target of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
    const box = target.getBoundingClientRect();
    const style = getComputedStyle(target);
    // WCAG leaves out links within a sentence, and nobody presses what is out of sight.
    const isInSentence = style.display === "inline";
    const isSeen = box.width > 1 && box.height > 1 && style.visibility !== "hidden";
    if (isSeen && !isInSentence && (box.width < smallest || box.height < smallest)) {
      faults.push(`too small to press: ${name(target)}, ${Math.round(box.width)} by ${Math.round(box.height)}`);
    }
  }
  return faults;
}

async function narrow(page) {
  const before = page.viewportSize();
  const faults = [];
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 740 });
    const found = await page.evaluate(measure, SMALLEST_TARGET);
    faults.push(...found.map((fault) => `at ${width} px: ${fault}`));
  }
  await page.setViewportSize(before);
  return faults;
}

/** Hidden fields of one name are a list, as checkboxes are; the validator knows it of these alone. */
function isHiddenList(html, { ruleId, line, column }) {
  const before = html.split("\n")[line - 1].slice(0, column - 1);
  return ruleId === "form-dup-name" && before.endsWith('<input type="hidden" name="');
}

async function validity(html) {
  const report = await validator.validateString(html);
  return report.results
    .flatMap((result) => result.messages)
    .filter((message) => !isHiddenList(html, message))
    .map(({ ruleId, message, line, column }) => {
      const around = html.split("\n")[line - 1].slice(Math.max(0, column - 30), column + 60);
      return `HTML: ${ruleId}: ${message} near ${around}`;
    });
}

/**
 * @param page  shows the page, and scripts can run in it
 * @param html  the page as it was sent
 * @returns what is wrong with it, in words
 */
export async function examine(page, html) {
  const faults = await validity(html);
  await page.emulateMedia({ colorScheme: "light" });
  faults.push(...(await axe(page, BY_DAY, "by day")));
  await page.emulateMedia({ colorScheme: "dark" });
  faults.push(...(await axe(page, BY_NIGHT, "by night")));
  await page.emulateMedia({ colorScheme: "light" });
  faults.push(...(await narrow(page)));
  return faults;
}
