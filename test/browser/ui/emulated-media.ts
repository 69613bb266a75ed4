import { cdp } from "vitest/browser";

interface Emulation {
  send(method: "Emulation.setEmulatedMedia", media: object): Promise<unknown>;
}

/** Lets the browser behave as in a high-contrast theme, or as usual again. */
export async function forceColours(active: boolean): Promise<void> {
  await emulate("forced-colors", active ? "active" : "none");
}

/** Lets the browser behave as for readers who want less motion, or as usual again. */
export async function reduceMotion(active: boolean): Promise<void> {
  await emulate("prefers-reduced-motion", active ? "reduce" : "no-preference");
}

async function emulate(name: string, value: string): Promise<void> {
  const features = [{ name, value }];
  await (cdp() as unknown as Emulation).send("Emulation.setEmulatedMedia", { features });
}
