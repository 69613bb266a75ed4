import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import { validFolder } from "./data-folder.ts";

/** A small data folder under git, with what was released last committed, and a place for keys outside of it. */
export interface ReleaseWorkshop {
  data: string;
  /** A path in a folder that no git repository holds. */
  outside(name: string): string;
  read(file: string): string;
  write(file: string, text: string): void;
  replace(file: string, from: string, to: string): void;
  commit(message: string): void;
  /** Every file of the data folder, by path, as text. */
  snapshot(): Record<string, string>;
}

/** Is removed when the test is over. */
export function openWorkshop({ withGit = true } = {}): ReleaseWorkshop {
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const repository = join(folder, "repository");
  const data = join(repository, "data");
  mkdirSync(join(folder, "outside"), { recursive: true });
  cpSync(validFolder, data, { recursive: true });
  writeFileSync(join(repository, ".gitignore"), "data/dist/\n");
  const git = (...args: string[]) => {
    const asNobody = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
    const { status, stderr } = spawnSync("git", [...asNobody, ...args], {
      cwd: repository,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr);
  };
  const commit = (message: string) => {
    git("add", ".");
    git("commit", "-q", "-m", message);
  };
  if (withGit) {
    git("init", "-q");
    commit("First");
  }
  const read = (file: string) => readFileSync(join(data, file), "utf8");
  const write = (file: string, text: string) => writeFileSync(join(data, file), text);
  return {
    data,
    outside: (name) => join(folder, "outside", name),
    read,
    write,
    replace: (file, from, to) => {
      const text = read(file);
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      write(
        file,
        text.replace(from, () => to),
      );
    },
    commit,
    snapshot: () =>
      Object.fromEntries(
        readdirSync(data, { recursive: true, encoding: "utf8" })
          .filter((file) => statSync(join(data, file)).isFile())
          .map((file) => [file, readFileSync(join(data, file), "latin1")]),
      ),
  };
}

/** What a command prints, as one text. */
export function printed(command: () => void): string {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  try {
    command();
    return log.mock.calls.map(([line]) => String(line)).join("\n");
  } finally {
    log.mockRestore();
  }
}
