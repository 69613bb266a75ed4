import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Ask } from "../../../src/page/ask-background.ts";
import { createDraftKeeper, type DraftKeeper } from "../../../src/page/card/keep-drafts.ts";

let asked: unknown[][];
let page: EventTarget;
let keeper: DraftKeeper;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  page = new EventTarget();
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  keeper = createDraftKeeper(((...call: unknown[]) => {
    asked.push(call);
    return Promise.resolve(true);
  }) as unknown as Ask);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const huawei = () => ({ entityId: "huawei" });
const typed = (body: string) => ({ body, tags: "" });

test("what is typed is kept after half a second, however fast the typing goes on", () => {
  for (const body of ["H", "Ha", "Hal", "Half"]) {
    keeper.typed(huawei(), typed(body));
    vi.advanceTimersByTime(200);
  }
  expect(asked).toEqual([["page.keepDraft", { entityId: "huawei", body: "Hal", tags: "" }]]);
  vi.advanceTimersByTime(500);
  expect(asked.at(-1)).toEqual(["page.keepDraft", { entityId: "huawei", body: "Half", tags: "" }]);
});

test.each(["pagehide", "visibilitychange"])("what is typed is kept at once on %s", (type) => {
  keeper.typed(huawei(), typed("Half a thought"));
  page.dispatchEvent(new Event(type));
  expect(asked).toHaveLength(1);
  vi.advanceTimersByTime(1_000);
  expect(asked).toHaveLength(1);
});

test("the draft of another subject is kept before the next begins", () => {
  keeper.typed(huawei(), typed("One"));
  keeper.typed({ entityId: "zte" }, typed("Two"));
  keeper.stop();
  expect(asked.map(([, draft]) => (draft as { body: string }).body)).toEqual(["One", "Two"]);
});

test("what was dropped does not come back, and what waits of another subject is not lost with it", () => {
  keeper.typed(huawei(), typed("Saved"));
  keeper.dropped(huawei());
  vi.advanceTimersByTime(1_000);
  expect(asked.map(([name]) => name)).toEqual(["page.dropDraft"]);
  keeper.typed({ entityId: "zte" }, typed("Two"));
  keeper.dropped(huawei());
  keeper.stop();
  expect(asked.at(-1)).toEqual(["page.keepDraft", { entityId: "zte", body: "Two", tags: "" }]);
});

test("an edit of one note is another subject than that of the next, and than a new note", () => {
  const edit = (id: string) => ({ editOf: { id, body: "As it was", tags: [] } });
  keeper.typed(edit("1"), typed("One"));
  keeper.typed(edit("2"), typed("Two"));
  keeper.typed({}, typed("Three"));
  keeper.dropped({ editOf: { id: "2", body: "", tags: [] } });
  keeper.stop();
  const kept = asked.flatMap(([name, draft]) => (name === "page.keepDraft" ? [draft] : []));
  expect(kept).toEqual([
    { ...edit("1"), body: "One", tags: "" },
    { ...edit("2"), body: "Two", tags: "" },
    { body: "Three", tags: "" },
  ]);
});

test("a page without its extension loses nothing but the keeping", async () => {
  const broken = createDraftKeeper((() => Promise.reject(new Error("gone"))) as unknown as Ask);
  broken.typed(huawei(), typed("x"));
  broken.stop();
  expect(await broken.drafts()).toEqual([]);
});
