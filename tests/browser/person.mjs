// A person at a browser: her own cookies, with JavaScript or without; every kind of page that she
// sees is photographed once by day and by night, and examined.
import { createRequire } from "node:module";
import path from "node:path";
import { examine } from "./examine.mjs";

const require = createRequire(new URL("../../ui/package.json", import.meta.url));
export const { chromium } = require("playwright-core");

const PHONE = { width: 390, height: 844 };
const SMALL_PHONE = { width: 320, height: 700 };

export class Person {
  static async arrive(browser, name, { url, screenshots, javaScript, size }) {
    const context = await browser.newContext({
      baseURL: url,
      javaScriptEnabled: javaScript,
      viewport: size ?? (javaScript ? PHONE : SMALL_PHONE),
      hasTouch: true,
      locale: "en-GB",
    });
    const page = await context.newPage();
    const person = new Person(name, page, screenshots, javaScript);
    page.on("console", (message) => {
      if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) {
        person.faults.push(`console: ${message.text()}`);
      }
    });
    page.on("pageerror", (error) => person.faults.push(`script: ${error.message}`));
    page.on("response", (response) => person.#take(response));
    page.on("request", (request) => {
      const host = new URL(request.url()).host;
      if (host && host !== new URL(url).host) {
        person.faults.push(`asked another host: ${host}`);
      }
    });
    if (!javaScript) {
      person.twin = await Person.#twin(browser, person, url);
    }
    return person;
  }

  /** A page where scripts can run, axe among them, that shows what she has been sent. */
  static async #twin(browser, person, url) {
    const context = await browser.newContext({ baseURL: url, viewport: person.page.viewportSize() });
    const twin = await context.newPage();
    await twin.route("**/*", (route, request) => {
      if (request.isNavigationRequest()) {
        return route.fulfill({ contentType: "text/html; charset=utf-8", body: person.twinHtml });
      }
      return request.resourceType() === "script" ? route.abort() : route.continue();
    });
    return twin;
  }

  constructor(name, page, screenshots, javaScript) {
    Object.assign(this, { name, page, screenshots, javaScript });
    this.faults = [];
    this.seen = new Set();
    this.tiles = []; // answers to what the map of this page asked for
  }

  #take(response) {
    const request = response.request();
    if (request.isNavigationRequest() && response.frame() === this.page.mainFrame()) {
      this.sent = response;
      this.tiles = [];
    } else if (new URL(response.url()).pathname.startsWith("/tiles/")) {
      this.tiles.push(response);
    }
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

  /** Follows the first link in the page's own part to an address like `pattern`, if there is one. */
  async follow(pattern) {
    const links = await this.page.locator("main a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    const address = links.find((href) => href && pattern.test(href));
    if (address) {
      await this.goto(address);
    }
    return address !== undefined;
  }

  async write(label, text) {
    await this.page.getByLabel(label, { exact: true }).fill(text);
  }

  async choose(label) {
    await this.page.getByLabel(label, { exact: true }).first().check();
  }

  async expect(words) {
    await this.page.getByText(words).first().waitFor({ state: "attached", timeout: 10000 });
  }

  /** What happens once for each kind of page. */
  async look() {
    const { pathname, search } = new URL(this.page.url());
    const kind = pathname.replace(/\/(mine|invitations|referrals)\/[^/]+/, "/$1").replace(/\/\d+/g, "/n");
    const hasErrors = (await this.page.locator(".govuk-error-summary").count()) > 0;
    const hasNotice = (await this.page.locator(".govuk-notification-banner").count()) > 0;
    const hasMap = new URLSearchParams(search).has("map");
    const key = kind + (hasErrors ? " errors" : "") + (hasNotice ? " notice" : "") + (hasMap ? " map" : "");
    if (this.seen.has(key)) {
      return;
    }
    this.seen.add(key);
    const file = `${this.javaScript ? "js" : "plain"}-${this.name}${key.replace(/[^a-z]+/g, "-")}`;
    for (const colorScheme of ["dark", "light"]) {
      await this.page.emulateMedia({ colorScheme });
      await this.mapDrawn();
      await this.#photograph(path.join(this.screenshots, `${file}-${colorScheme}.png`));
    }
    const html = await this.sent.text();
    const where = `${this.name} on ${key}${this.javaScript ? "" : " (no JavaScript)"}`;
    const found = await examine(await this.#examined(html), html);
    this.faults.push(...found.map((fault) => `${where}: ${fault}`));
  }

  /** Waits until each map of the page has drawn all that it wants to draw. */
  async mapDrawn() {
    if (!this.javaScript || (await this.page.locator("[data-map]").count()) === 0) {
      return;
    }
    // A change of colours reaches the page with its next picture.
    await this.page.evaluate(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go))));
    for (const map of await this.page.locator("[data-map]").all()) {
      await map.and(this.page.locator("[data-map-ready]")).waitFor({ timeout: 30000 });
    }
  }

  async #examined(html) {
    if (this.javaScript) {
      return this.page;
    }
    this.twinHtml = html.replace(/<\/?noscript>/g, "");
    await this.twin.goto(this.page.url());
    return this.twin;
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
}
