// A person at a browser: her own cookies, with JavaScript or without; every page she sees is
// photographed once and looked at by axe.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(new URL("../../ui/package.json", import.meta.url));
export const { chromium } = require("playwright-core");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const NORMAL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export class Person {
  static async arrive(browser, name, { url, screenshots, javaScript, size }) {
    const context = await browser.newContext({
      baseURL: url,
      javaScriptEnabled: javaScript,
      viewport: size ?? { width: 390, height: 844 },
      locale: "en-GB",
    });
    const page = await context.newPage();
    const person = new Person(name, page, screenshots, javaScript);
    page.on("console", (message) => {
      if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) {
        person.faults.push(`console: ${message.text()}`);
      }
    });
    page.on("request", (request) => {
      const host = new URL(request.url()).host;
      if (host && host !== new URL(url).host) {
        person.faults.push(`asked another host: ${host}`);
      }
    });
    return person;
  }

  constructor(name, page, screenshots, javaScript) {
    Object.assign(this, { name, page, screenshots, javaScript });
    this.faults = [];
    this.seen = new Set();
  }

  async goto(address) {
    const response = await this.page.goto(address);
    if (response.status() >= 400) {
      throw new Error(`${this.name}: ${new URL(this.page.url()).pathname} answered ${response.status()}`);
    }
    await this.look();
  }

  /** Presses a button or follows a link by its words, and looks at what comes. */
  async press(words) {
    const either = this.page
      .getByRole("button", { name: words, exact: true })
      .or(this.page.getByRole("link", { name: words, exact: true }));
    await either.first().click();
    await this.page.waitForLoadState();
    await this.look();
  }

  async write(label, text) {
    await this.page.getByLabel(label, { exact: true }).fill(text);
  }

  async choose(label) {
    await this.page.getByLabel(label, { exact: true }).first().check({ force: true });
  }

  async expect(words) {
    await this.page.getByText(words).first().waitFor({ state: "attached", timeout: 10000 });
  }

  /** A screenshot and axe, once for each kind of page. */
  async look() {
    const pathname = new URL(this.page.url()).pathname;
    const kind = pathname.replace(/\/mine\/[^/]+/, "/mine").replace(/\/\d+/g, "/n");
    const hasErrors = (await this.page.locator(".govuk-error-summary").count()) > 0;
    const key = `${kind}${hasErrors ? " errors" : ""}`;
    if (this.seen.has(key)) {
      return;
    }
    this.seen.add(key);
    const mode = this.javaScript ? "js" : "plain";
    const file = `${mode}-${this.name}${key.replace(/[^a-z]+/g, "-")}.png`;
    await this.#photograph(path.join(this.screenshots, file));
    if (this.javaScript) {
      await this.#axe(kind);
    }
  }

  /** Chromium without a graphics card now and then has no picture at the first try. */
  async #photograph(file) {
    for (let attempt = 1; ; ++attempt) {
      try {
        await this.page.screenshot({ path: file, fullPage: true });
        return;
      } catch (error) {
        if (attempt === 3) {
          throw error;
        }
        await this.page.waitForTimeout(500);
      }
    }
  }

  async #axe(kind) {
    await this.page.evaluate(`${axeSource};0`);
    const result = await this.page.evaluate(
      (tags) => globalThis.axe.run({ runOnly: tags }),
      NORMAL,
    );
    for (const violation of result.violations) {
      const where = violation.nodes.map((node) => node.target.join(" ")).slice(0, 3);
      this.faults.push(`axe on ${kind}: ${violation.id} at ${where.join(", ")}`);
    }
  }
}
