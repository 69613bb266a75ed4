import { spawn } from "node:child_process";

/**
 * Runs a program with its output shown, and ends it when it takes longer than `limit` milliseconds.
 *
 * @returns its exit code; -1 when it was ended or could not be started.
 */
export function runCommand(
  program: string,
  args: string[],
  limit: number,
): Promise<{ code: number; seconds: number }> {
  const begun = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
      env: { ...process.env, CI: "1" },
    });
    const timer = setTimeout(() => {
      console.error(`${program} took longer than ${limit / 60_000} minutes and was ended.`);
      child.kill("SIGTERM");
      setTimeout(() => child.kill("SIGKILL"), 5_000).unref();
    }, limit);
    const finish = (code: number) => {
      clearTimeout(timer);
      resolve({ code, seconds: (performance.now() - begun) / 1_000 });
    };
    child.on("error", (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      finish(-1);
    });
    child.on("close", (code) => finish(code ?? -1));
  });
}
