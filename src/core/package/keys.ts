import { ed25519 } from "@noble/curves/ed25519.js";
import { toUtf8 } from "../matching/utf8.ts";
import { fromBase64, toBase64 } from "./base64.ts";

/** A public key signs packages, or introduces the key that will; both as base64. */
export interface KeyPair {
  key: string;
  /** 32 bytes, for nobody else to see. */
  secret: Uint8Array;
}

export interface Signature {
  /** Public key, base64 of 32 bytes. */
  key: string;
  /** Base64 of 64 bytes. */
  value: string;
}

/** One key says that another one speaks for the same publisher. */
export interface Introduction {
  key: string;
  by: string;
  /** Of the key `by` over the other one; base64. */
  signature: string;
}

export type Sign = (message: Uint8Array) => Signature;

const packageContext = "telecom-lens dataset package\n";
const keyContext = "telecom-lens key\n";

/** A new Ed25519 key from the randomness of the runtime. */
export function createKeyPair(): KeyPair {
  const { secretKey, publicKey } = ed25519.keygen();
  return { key: toBase64(publicKey), secret: secretKey };
}

/** The public key that belongs to a secret one. */
export function publicKeyOf(secret: Uint8Array): string {
  return toBase64(ed25519.getPublicKey(secret));
}

/** Whether a text is a public key that signatures can be checked with. */
export function isPublicKey(text: string): boolean {
  const key = fromBase64(text);
  return key?.length === 32 && ed25519.utils.isValidPublicKey(key, false);
}

export function signWith(secret: Uint8Array): Sign {
  const key = publicKeyOf(secret);
  return (message) => ({ key, value: toBase64(ed25519.sign(message, secret)) });
}

/** Lets the key that belongs to `secret` introduce another one. */
export function introduce(newKey: string, secret: Uint8Array): Introduction {
  const { key, value } = signWith(secret)(keyMessage(newKey));
  return { key: newKey, by: key, signature: value };
}

export function isGenuine({ key, by, signature }: Introduction): boolean {
  return isSignedBy(keyMessage(key), { key: by, value: signature });
}

/** By the strict rules of RFC 8032; false for what is no key or no signature. */
export function isSignedBy(message: Uint8Array, { key, value }: Signature): boolean {
  const publicKey = fromBase64(key);
  const signature = fromBase64(value);
  if (publicKey?.length !== 32 || signature?.length !== 64) return false;
  return ed25519.verify(signature, message, publicKey, { zip215: false });
}

/** Whether a key is trusted, or was introduced by one that is, over any number of keys in between. */
export function isTrusted(
  key: string,
  trusted: readonly string[],
  introductions: readonly Introduction[],
): boolean {
  const known = new Set(trusted);
  let left = introductions;
  while (!known.has(key)) {
    const genuine = left.filter((introduction) => known.has(introduction.by)).filter(isGenuine);
    if (genuine.length === 0) return false;
    // Each is looked at once: a signature takes its time.
    left = left.filter((introduction) => !known.has(introduction.by));
    for (const introduction of genuine) known.add(introduction.key);
  }
  return true;
}

/** What is signed of a package: its manifest, and nothing else can be meant. */
export function packageMessage(manifest: Uint8Array): Uint8Array {
  const context = toUtf8(packageContext);
  const message = new Uint8Array(context.length + manifest.length);
  message.set(context);
  message.set(manifest, context.length);
  return message;
}

function keyMessage(key: string): Uint8Array {
  return toUtf8(keyContext + key);
}
