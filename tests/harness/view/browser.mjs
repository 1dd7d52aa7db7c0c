// The page of `nnscan view` in Chromium: looked at in both widths and themes, then used.
//
// usage: node browser.mjs FOLDER CLIENTS PACKAGES CHECK NAME...    (NAME.html in FOLDER); a line of JSON a check
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { checks } from "./checks.mjs";

const [folder, clients, packages, wanted, ...names] = process.argv.slice(2);
const { chromium } = createRequire(join(clients, "x.js"))("playwright-core");
const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);
const say = (name, problems) => console.log(JSON.stringify({ name, problems }));

export const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
const PATIENCE = 120_000;

// A page that writes down what goes wrong in it, and counts what it draws.
async function open(
  browser,
  url,
  { size = "desktop", theme = "light", route, reducedMotion } = {},
) {
  const context = await browser.newContext({
    viewport: SIZES[size],
    colorScheme: theme,
    reducedMotion,
    hasTouch: size === "phone",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const problems = [];
  page.on("console", (message) => problems.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(file|blob|data):/.test(request.url()) && !request.url().startsWith("http://view.test/"))
      problems.push(`asked for ${request.url()}`);
  });
  await page.addInitScript(() => {
    window.drawn = 0;
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) =>
      window.violations.push(`${event.violatedDirective}: ${event.blockedURI}`),
    );
    document.addEventListener(
      "nnscan-drawn",
      (event) => Object.assign(window, { drawn: window.drawn + 1, boxes: event.detail.boxes }),
      true,
    );
  });
  if (route) await page.route("http://view.test/**", route);
  await page.goto(url);
  await page.waitForFunction(() => window.drawn > 0);
  return {
    page,
    // Does something that leads to another layout, and waits for it.
    async redrawn(action) {
      const before = await page.evaluate(() => window.drawn);
      await action();
      await page.waitForFunction((count) => window.drawn > count, before);
    },
    boxes: () => page.evaluate(() => window.boxes),
    async problems() {
      return [
        ...problems,
        ...(await page.evaluate(() => window.violations)).map((each) => `policy: ${each}`),
      ];
    },
    close: () => context.close(),
  };
}

// How many colours the drawing has: a blank one has one.
const colours = (page) =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const canvas = document.querySelector(".stage canvas");
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    const found = new Set();
    for (let i = 0; i < data.length; i += 4)
      found.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
    return found.size;
  });

// In both sizes and themes: one of them as the page is opened, the other as it follows the system's.
async function look(browser, name) {
  for (const [size, themes] of [
    ["phone", ["light", "dark"]],
    ["desktop", ["dark", "light"]],
  ]) {
    const view = await open(browser, `file://${folder}/${name}.html`, { size, theme: themes[0] });
    let told = 0;
    for (const theme of themes) {
      await view.page.emulateMedia({ colorScheme: theme });
      const problems = [];
      const isShown = (theme) => document.querySelector(".nnscan-graph").dataset.shade === theme;
      await view.page
        .waitForFunction(isShown, theme, { timeout: 10_000 })
        .catch(() => problems.push(`the theme is not ${theme}`));
      const found = await colours(view.page);
      if (found < 8) problems.push(`the drawing has ${found} colours`);
      const [wide, seen] = await view.page.evaluate(() => [
        document.documentElement.scrollWidth,
        innerWidth,
      ]);
      if (wide > seen) problems.push(`the page is ${wide} pixels wide in ${seen}`);
      await view.page.screenshot({ path: join(folder, `${name}-${size}-${theme}.png`) });
      const all = await view.problems();
      say(`${name}, ${size}, ${theme}`, [...problems, ...all.slice(told)]);
      told = all.length;
    }
    await view.close();
  }
}

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const tools = {
  browser,
  folder,
  packages,
  open: (url, options) => open(browser, url, options),
  colours,
  readFileSync,
  readdirSync,
};
try {
  // The large ones are opened below.
  const looked = wanted ? [] : names.filter((name) => name !== "nested" && name !== "flat");
  for (const name of looked) await look(browser, name);
  for (const [name, check] of Object.entries(checks)) {
    if (!name.includes(wanted)) continue;
    let problems;
    try {
      problems = await check(tools);
    } catch (error) {
      problems = [String(error.stack ?? error).slice(0, 600)];
    }
    say(name, problems.filter(Boolean));
  }
} finally {
  await browser.close();
}
