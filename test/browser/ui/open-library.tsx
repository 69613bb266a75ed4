import type { ComponentChildren } from "preact";
import { page } from "vitest/browser";
import css from "../../../src/ui/options/options.css?inline";
import { OptionsPage } from "../../../src/ui/options/options-page.tsx";
import { type FakeApi, type FakeWorld, fakeApi } from "../../support/interface-samples.ts";
import { clear, show } from "./show.tsx";

/** Before each test: a window in which the list and a note stand beside each other. */
export async function widen(): Promise<void> {
  await page.viewport(1_200, 760);
}

/** After each test. */
export async function closeLibrary(): Promise<void> {
  clear();
  location.hash = "";
  document.documentElement.dir = "";
  await page.viewport(1_000, 700);
}

/** The notes on the options page. @param place as the address names it: `notes/ID` */
export async function openLibrary(
  world: Partial<FakeWorld> = {},
  { place = "notes", api = fakeApi(world), content = <OptionsPage /> }: Opening = {},
): Promise<FakeApi> {
  location.hash = place;
  await show(content, api, css);
  return api;
}

interface Opening {
  place?: string;
  /** One that was changed before. */
  api?: FakeApi;
  /** The page within what it needs. */
  content?: ComponentChildren;
}

export const list = () =>
  document.querySelector<HTMLElement>("[role=listbox][aria-multiselectable]") as HTMLElement;
export const options = () => [...list().querySelectorAll<HTMLElement>("[role=option]")];
export const detail = () => document.querySelector<HTMLElement>("article.detail");
/** Number (from 1) of the row that the keyboard is at. */
export const active = () => {
  const id = list().getAttribute("aria-activedescendant") ?? "";
  return Number(document.getElementById(id)?.getAttribute("aria-posinset"));
};
export const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
/** Notes that are not deleted. */
export const there = (api: FakeApi) => api.world.notes.filter(({ deleted }) => !deleted);
