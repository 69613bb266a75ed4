import { relative, resolve } from "node:path";

/** The folder in which the command was typed; npm runs it in the repository's. */
const typedIn = () => process.env.INIT_CWD ?? process.cwd();

/** @returns the absolute path of a file as the shell's user meant it, and not npm. */
export function pathOf(file: string): string {
  return resolve(typedIn(), file);
}

/** A path as the shell's user would type it. */
export function shownPath(path: string): string {
  return relative(typedIn(), path) || path;
}
