import { expect, test } from "vitest";
import { inBrowsers } from "./support/browser-session.ts";

inBrowsers("a page that pretends to be ours", (session) => {
  test("gets no answer, no note and no setting from the extension", async () => {
    const { page } = await session().open("london-decision.html");
    const { extensionId, extensionUrl } = session().extension;
    const before = await session().asker.ask("ui.settings", {});
    const answers = await page.evaluate(
      async (id, file) => {
        const calls = [
          { telecomLens: "ui.notes", payload: {} },
          { telecomLens: "ui.siteSwitch", payload: { host: "127.0.0.1", on: false } },
          { telecomLens: "page.saveNote", payload: { body: "forged", tags: [] } },
        ];
        const heard: unknown[] = [];
        addEventListener("message", (event) => {
          if (event.data?.answer !== undefined || event.data?.problem !== undefined) heard.push(event.data);
        });
        type Runtime = { sendMessage?(id: string, message: unknown): Promise<unknown> };
        const scope = window as unknown as {
          chrome?: { runtime?: Runtime };
          browser?: { runtime?: Runtime };
        };
        for (const call of calls) {
          postMessage(call, "*");
          document.dispatchEvent(new CustomEvent("telecomLens", { detail: call }));
          for (const runtime of [scope.chrome?.runtime, scope.browser?.runtime]) {
            try {
              const answer = await runtime?.sendMessage?.(id, call);
              if (answer !== undefined) heard.push(answer);
            } catch {
              // Refused, as it should be.
            }
          }
        }
        const dataset = await fetch(file).then(
          (response) => response.status,
          () => "refused",
        );
        await new Promise((resolve) => setTimeout(resolve, 500));
        return { heard, dataset };
      },
      extensionId,
      extensionUrl("dataset/facts.json"),
    );
    expect(answers).toEqual({ heard: [], dataset: "refused" });
    expect(await session().asker.ask("ui.notes", {})).toEqual([]);
    expect(await session().asker.ask("ui.settings", {})).toEqual(before);
  });
});
