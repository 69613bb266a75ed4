import type { Note } from "../../../src/core/notes/note.ts";
import type { Reply } from "../../../src/messaging/protocol.ts";
import type { Session } from "./browser-session.ts";

interface Api {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
}

/** Saves a note as the script of a page does, and gives it back once the background has answered. */
export async function saveNote(session: Session, body: string): Promise<Note> {
  const payload = {
    body,
    tags: [],
    page: { url: "https://news.example/a", title: "Masts", site: "Example News" },
    passage: { quote: "out of the core", prefix: "it is kept ", suffix: "." },
  };
  const reply = await session.asker.page.evaluate(
    (message) => {
      const scope = globalThis as unknown as { browser?: Api; chrome: Api };
      return (scope.browser ?? scope.chrome).runtime.sendMessage(message);
    },
    { telecomLens: "page.saveNote", payload },
  );
  if (typeof reply === "object" && reply !== null && "answer" in reply) {
    return (reply as Extract<Reply<"page.saveNote">, { answer: unknown }>).answer as Note;
  }
  throw new Error(`the note was not saved: ${JSON.stringify(reply)}`);
}
