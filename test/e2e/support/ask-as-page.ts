import type { Answers, Envelope, PageCall, Payload, Reply } from "../../../src/messaging/protocol.ts";
import type { Session } from "./browser-session.ts";

interface Api {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
}
interface ScriptingApi {
  scripting: {
    executeScript(injection: object): Promise<{ result?: unknown }[]>;
  };
}

/** Asks the background what a page's script may ask, from where it runs: a script of ours in that tab. */
export async function askAsPage<N extends PageCall>(
  session: Pick<Session, "asker">,
  tabId: number,
  name: N,
  payload: Payload<N>,
): Promise<Answers[N]> {
  const envelope = { telecomLens: name, payload } as Envelope;
  const reply = (await session.asker.page.evaluate(
    async (tab, message) => {
      const scope = globalThis as unknown as { browser?: ScriptingApi; chrome: ScriptingApi };
      const [frame] = await (scope.browser ?? scope.chrome).scripting.executeScript({
        target: { tabId: tab },
        args: [message],
        func: (sent: unknown) => {
          const own = globalThis as unknown as { browser?: Api; chrome: Api };
          return (own.browser ?? own.chrome).runtime.sendMessage(sent);
        },
      });
      return frame?.result;
    },
    tabId,
    envelope,
  )) as Reply<N> | undefined;
  if (reply && "answer" in reply) return reply.answer;
  throw new Error(`${name}: ${reply?.problem ?? "no answer from the background"}`);
}
