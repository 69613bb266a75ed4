import { expect, test } from "vitest";
import { inBrowsers } from "./support/browser-session.ts";

inBrowsers("the policy of the extension's own pages", (session) => {
  /** What the policy says no to while the page does this, by directive. */
  const refused = (action: string, argument = "") =>
    session().asker.page.evaluate(
      async (what: string, address: string) => {
        const directives: string[] = [];
        const note = ({ effectiveDirective }: SecurityPolicyViolationEvent) =>
          directives.push(effectiveDirective);
        document.addEventListener("securitypolicyviolation", note);
        const added = (element: HTMLElement, content: string) => {
          element.textContent = content;
          document.body.append(element);
          element.remove();
        };
        if (what === "script") added(document.createElement("script"), "document.title = 'ran';");
        if (what === "style") added(document.createElement("style"), "body { color: red; }");
        if (what === "image") new Image().src = address;
        if (what === "frame")
          document.body.append(Object.assign(document.createElement("iframe"), { src: address }));
        if (what === "fetch") await fetch(address).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 200));
        document.removeEventListener("securitypolicyviolation", note);
        return [...new Set(directives)];
      },
      action,
      argument,
    );

  test("lets no code, style, picture or frame in that did not come with the extension", async () => {
    expect(await refused("script")).toEqual([expect.stringMatching(/^script-src/)]);
    expect(await refused("style")).toEqual([expect.stringMatching(/^style-src/)]);
    expect(await refused("image", session().site.url("favicon.ico"))).toEqual(["img-src"]);
    expect(await refused("frame", session().site.url("london-decision.html"))).toEqual(["frame-src"]);
    const { page } = session().asker;
    expect(await page.title()).not.toBe("ran");
    // In a task of the page's own: what the driver runs itself, it may.
    const made = await page.evaluate(
      () =>
        new Promise((resolve) => {
          setTimeout(() => {
            try {
              resolve(new Function("return 1")());
            } catch (error) {
              resolve((error as Error).name);
            }
          });
        }),
    );
    expect(made).toBe("EvalError");
  });

  test("lets it ask an address for a newer dataset, which is secure or on this machine", async () => {
    const { site } = session();
    const asked = site.requests.length;
    expect(await refused("fetch", site.url("names-nothing.html"))).toEqual([]);
    expect(site.requests.slice(asked)).toEqual(["/names-nothing.html"]);
    expect(await refused("fetch", "http://telecom-lens-test.invalid/")).toEqual(["connect-src"]);
  });
});
