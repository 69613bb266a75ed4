import { describe, expect, test } from "vitest";
import { answerCall, type Handlers, type Sender } from "../../../src/messaging/listen.ts";
import type { Envelope } from "../../../src/messaging/protocol.ts";
import { CallError, send } from "../../../src/messaging/send.ts";

const ours = "our-extension";
const origin = "chrome-extension://our-extension/";
const page: Sender = {
  id: ours,
  url: "https://news.example/a",
  tab: { id: 7, url: "https://news.example/a" },
};
const popup: Sender = { id: ours, url: `${origin}popup.html` };

function listener() {
  const calls: string[] = [];
  const problems: string[] = [];
  const handlers = new Proxy({} as Handlers, {
    get: (_, name: string) => () => {
      calls.push(name);
      if (name === "ui.dataset") throw new Error("The dataset is damaged.");
      return true;
    },
  });
  const gate = {
    extensionId: ours,
    extensionOrigin: origin,
    report: (problem: string) => problems.push(problem),
  };
  return {
    calls,
    problems,
    answer: (message: unknown, sender: Sender) => answerCall(handlers, gate, message, sender),
  };
}

const call = (telecomLens: string, payload: unknown = {}) => ({ telecomLens, payload });

describe("a call is answered", () => {
  test("from a news page, when it is a page's call", async () => {
    const { answer, calls } = listener();
    expect(await answer(call("page.siteOff"), page)).toEqual({ answer: true });
    expect(calls).toEqual(["page.siteOff"]);
  });

  test("from our own pages, when it is the interface's", async () => {
    const { answer } = listener();
    expect(await answer(call("ui.notes"), popup)).toEqual({ answer: true });
  });
});

describe("a call is refused, told about and never handled", () => {
  test.each<[string, unknown, Sender]>([
    ["from another extension", call("ui.notes"), { ...popup, id: "another" }],
    ["from a web page", call("ui.notes"), { url: "https://news.example/" }],
    ["when a news page asks for the notes", call("ui.notes"), page],
    ["when a news page changes settings", call("ui.saveSettings", { density: "article" }), page],
    [
      "when an address only begins like ours",
      call("ui.notes"),
      { id: ours, url: "chrome-extension://our-extension.evil.example/" },
    ],
    ["when a page's call comes from no tab", call("page.siteOff"), popup],
    ["when there is no such call", call("ui.everything"), popup],
    ["when its name is a property of every object", call("constructor"), popup],
    ["when its name is a prototype", call("__proto__"), page],
    ["with a payload of another shape", call("page.find", { blocks: "all" }), page],
    ["with a payload that is missing", { telecomLens: "ui.jump" }, popup],
    [
      "with more text than any article has",
      call("page.find", { url: "u", blocks: [{ text: "x".repeat(300_000) }] }),
      page,
    ],
  ])("%s", async (_, message, sender) => {
    const { answer, calls, problems } = listener();
    expect(await answer(message, sender)).toEqual({ problem: expect.any(String) });
    expect(calls).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  test("a payload's problem names the place", async () => {
    const { answer } = listener();
    expect(await answer(call("ui.jump", { tabId: 1 }), popup)).toEqual({
      problem: expect.stringContaining("ui.jump: id:"),
    });
  });
});

test("a handler's failure comes back in its words", async () => {
  const { answer, problems } = listener();
  expect(await answer(call("ui.dataset"), popup)).toEqual({ problem: "The dataset is damaged." });
  expect(problems).toEqual(["ui.dataset failed"]);
});

test.each([undefined, null, 3, "ui.notes", {}, { telecomLens: 3 }, { type: "other" }])(
  "a message that is not ours (%j) is left to others",
  (message) => {
    expect(listener().answer(message, popup)).toBeUndefined();
  },
);

describe("sending", () => {
  const carried: Envelope[] = [];
  const carrier = (reply: unknown) => async (envelope: Envelope) => {
    carried.push(envelope);
    return reply;
  };

  test("brings the answer, also one that is null or false", async () => {
    expect(await send(carrier({ answer: null }), "page.describe", {} as never)).toBeNull();
    expect(await send(carrier({ answer: false }), "page.siteOff", {})).toBe(false);
    expect(carried.at(-1)).toEqual({ telecomLens: "page.siteOff", payload: {} });
  });

  test.each([
    ["the receiver's problem", carrier({ problem: "The disk is full." }), "The disk is full."],
    ["that nobody answered", carrier(undefined), "No answer to page.siteOff."],
    [
      "that nobody is there",
      async () => {
        throw new Error("Receiving end does not exist.");
      },
      "No answer to page.siteOff: nobody is there.",
    ],
  ])("tells %s", async (_, carry, message) => {
    await expect(send(carry, "page.siteOff", {})).rejects.toThrow(new CallError(message));
  });
});
