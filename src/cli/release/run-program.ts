import { spawnSync } from "node:child_process";
import { BuildFailure } from "../build-extension.ts";

/**
 * What a program prints.
 *
 * @param environment variables besides those of this process.
 * @throws BuildFailure with what the program said.
 */
export function runProgram(
  program: string,
  args: string[],
  cwd: string,
  environment: NodeJS.ProcessEnv = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 64_000_000,
    env: { ...process.env, ...environment },
  });
  if (status === 0) return stdout;
  throw new BuildFailure(
    `${program} ${args.join(" ")} failed in ${cwd}:\n${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`,
  );
}
