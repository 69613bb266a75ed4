import type { z } from "zod";
import { problemWords } from "../core/problem-words.ts";
import {
  type Answers,
  type CallName,
  type Envelope,
  interfaceCallSchemas,
  pageCallSchemas,
  type Received,
  type Reply,
} from "./protocol.ts";

/** The facts about a sender that the browser vouches for. */
export interface Sender {
  /** Id of the extension that sent the message. */
  id?: string;
  /** Address of the document that sent it. */
  url?: string;
  tab?: { id?: number; url?: string; incognito?: boolean };
  frameId?: number;
}

export type BackgroundCall = keyof typeof pageCallSchemas | keyof typeof interfaceCallSchemas;

export type Handlers = {
  [N in BackgroundCall]: (payload: Received<N>, sender: Sender) => Promise<Answers[N]> | Answers[N];
};

export interface Gate {
  /** Our own extension id. */
  extensionId: string;
  /** Address that our own pages begin with. */
  extensionOrigin: string;
  /** Told about every refusal and failure; never the page. */
  report(problem: string, cause?: unknown): void;
}

/**
 * Answers a message that reached the background, or returns undefined for what is not ours.
 *
 * A page call needs a tab; an interface call needs a document of the extension itself. A content script
 * (whose process a hostile page may have taken over) therefore cannot list notes or change settings.
 */
export function answerCall(
  handlers: Handlers,
  gate: Gate,
  message: unknown,
  sender: Sender,
): Promise<Reply> | undefined {
  if (!isEnvelope(message)) return undefined;
  return answer(handlers, gate, message, sender).catch((cause) => {
    gate.report(`${message.telecomLens} failed`, cause);
    return { problem: problemWords(cause) };
  });
}

async function answer(handlers: Handlers, gate: Gate, message: Envelope, sender: Sender): Promise<Reply> {
  const refusal = refuse(gate, message.telecomLens, sender);
  if (refusal) {
    gate.report(`${message.telecomLens} refused: ${refusal}`);
    return { problem: refusal };
  }
  const name = message.telecomLens as BackgroundCall;
  const schema: z.ZodType = isPageCall(name) ? pageCallSchemas[name] : interfaceCallSchemas[name];
  const payload = schema.safeParse(message.payload);
  if (!payload.success) {
    const first = payload.error.issues[0];
    const place = first?.path.join(".") || "payload";
    gate.report(`${name} refused: ${place}: ${first?.message}`);
    return { problem: `${name}: ${place}: ${first?.message}` };
  }
  const handle = handlers[name] as (payload: unknown, sender: Sender) => unknown;
  return { answer: (await handle(payload.data, sender)) as Answers[CallName] };
}

/** Why the sender may not make this call, or undefined when it may. */
function refuse(gate: Gate, name: string, sender: Sender): string | undefined {
  if (sender.id !== gate.extensionId) return "the sender is another extension or a web page";
  if (isPageCall(name)) return sender.tab ? undefined : "a page call needs a tab";
  if (Object.hasOwn(interfaceCallSchemas, name)) {
    return sender.url?.startsWith(gate.extensionOrigin)
      ? undefined
      : "only the extension's own pages may ask this";
  }
  return `there is no call ${name}`;
}

function isPageCall(name: string): name is keyof typeof pageCallSchemas {
  return Object.hasOwn(pageCallSchemas, name);
}

function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === "object" &&
    message !== null &&
    "telecomLens" in message &&
    typeof message.telecomLens === "string"
  );
}
