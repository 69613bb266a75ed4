import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserKinds } from "../../src/cli/browsers/find-browser.ts";
import { permitLocalPages } from "../../src/cli/browsers/permit-local-pages.ts";
import { waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { builtFolder } from "../../src/cli/build-extension.ts";
import { type Session, startSession } from "./support/browser-session.ts";
import { insideCard, pressInCard } from "./support/inside-card.ts";
import { type InterfacePage, openInterface } from "./support/interface-page.ts";
import { eventually } from "./support/read-page.ts";
import { datasetIn, nextPackage, packOf, trustTestPackages, vendorNamed } from "./support/test-packages.ts";
import { gives, startUpdateServer, type UpdateServer } from "./support/update-server.ts";

const version = "2099.1.0";
const named = "Parliament";

/** As a reader does it, with what the options page shows and offers. One story in its order. */
describe.each(browserKinds)("the dataset in the options (%s)", (kind) => {
  const folder = mkdtempSync(join(tmpdir(), "telecom-lens-files-"));
  const permitted = permitLocalPages(builtFolder(kind));
  trustTestPackages(permitted.folder);
  const bundled = datasetIn(permitted.folder);
  const update = nextPackage(
    bundled,
    version,
    vendorNamed("test-update", "Operators", "It came with an update."),
  );
  let server: UpdateServer;
  let current: { session: Session; close(): Promise<void> } | undefined;
  let options: InterfacePage;
  const session = () => {
    if (!current) throw new Error(`${kind} did not start`);
    return current.session;
  };
  /** Gives the file field with this name a file of these bytes. */
  const choose = async (label: string, name: string, bytes: Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    await options.choose(label, path);
  };

  beforeAll(async () => {
    server = await startUpdateServer();
    server.answer = gives(update);
    current = await startSession(kind, { extensionFolder: permitted.folder });
    options = await openInterface(session().extension, "options.html#dataset");
  });
  afterAll(async () => {
    await current?.close();
    server.close();
    permitted.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test("an address is entered, asked, and what it has installed", async () => {
    await options.shows("No address for updates is known");
    await options.shows("part of the extension");
    await options.fill("Address for updates", server.address);
    await options.click("Save");
    await options.click("Check now");
    await options.shows(`Version ${version} can be installed`);
    await options.click(`Install version ${version}`);
    await options.shows(`Version ${version} is in use now.`);
    await options.shows("1 record is new");
    await options.shows("an update, installed");
    expect(server.requests).toHaveLength(2);
  });

  test("one press leads back, another forward, and a damaged file changes nothing", async () => {
    await options.click(`Go back to version ${bundled.info.version}`);
    await options.shows(`Version ${bundled.info.version} is in use now.`);
    await options.click(`Go forward to version ${version}`);
    await options.shows(`Version ${version} is in use now.`);
    await choose("Install from a file", "cut.json", update.subarray(0, update.length >> 1));
    await options.shows(/Nothing was installed\s.*The data in use stays as it is/s);
    expect((await session().asker.ask("ui.dataset", {})).info?.version).toBe(version);
  });

  test("a pack from a file is named in its card, from which a mistake is reported", async () => {
    const pack = packOf(bundled, "Desk notes", vendorNamed("test-pack", named, "It is the newsroom's own."));
    await choose("Install a pack", "pack.json", pack);
    await options.shows("The pack “Desk notes”, version 2026.1.0, is in use now.");
    const { page, tabId } = await session().open("london-decision.html");
    await session().asker.ask("ui.jump", { tabId, id: "test-pack" });
    expect(await waitForCard(page, true)).toBe(true);
    const text = async () => (await insideCard(session(), tabId))?.text ?? "";
    expect(await text()).toContain("From the pack “Desk notes”, not checked by Telecom Lens, unsigned");
    await pressInCard(session(), page, tabId, "More", "Report a mistake");
    await eventually(text, (shown) => shown.includes("Private pack: Desk notes 2026.1.0"));
    expect(await text()).toContain("Open as mail");
    await page.close();
    await options.page.bringToFront();
    await options.click("Remove the pack");
    await options.click("Remove it");
    await options.shows("The pack “Desk notes” is removed.");
  });
});
