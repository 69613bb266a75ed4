/**
 * Makes a clone ready for a command, before npm runs it: `node src/cli/setup.mjs start|test|tools`.
 *
 * Plain JavaScript, because this is the one file that runs before anything is installed and on the machine's
 * own Node. It writes to stderr only (the answers of `mentions` and `data` go to stdout), and says nothing
 * when there is nothing to do.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const oldestNode = 20;
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** The Node that is installed with the packages: the tools need a newer one than many machines have. */
const ownNode = join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");

const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH/i;

class SetupFailure extends Error {}

try {
  const task = process.argv[2];
  if (!["start", "test", "tools"].includes(task)) throw new SetupFailure("usage: setup.mjs start|test|tools");
  checkNode();
  if (!packagesInstalled()) await installPackages();
  if (task !== "tools" && !typesFresh()) prepareTypes();
  if (task === "test") ensureBrowsers();
} catch (error) {
  if (!(error instanceof SetupFailure)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

function checkNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= oldestNode) return;
  throw new SetupFailure(
    `Node ${process.versions.node} is too old: Telecom Lens needs Node ${oldestNode} or later.\n` +
      "Install a current one from https://nodejs.org/ and run the command again.",
  );
}

/** Whether every package of the lock file is there in its version. Dates say little after a git checkout. */
function packagesInstalled() {
  const installed = readJson("node_modules/.package-lock.json");
  if (!installed || !existsSync(ownNode)) return false;
  const wanted = readJson("package-lock.json");
  if (!wanted) throw new SetupFailure("package-lock.json is missing: get it back with git checkout.");
  return Object.entries(wanted.packages).every(
    ([path, { version, optional }]) =>
      path === "" || optional || installed.packages[path]?.version === version,
  );
}

async function installPackages() {
  console.error("Installing the packages that Telecom Lens is built with (once; about a minute) …");
  // Asked first, because npm itself takes minutes to give up. Without a network, what it has kept may suffice.
  const ping = await runNpm(["ping", "--fetch-retries=0", "--fetch-timeout=20000"]);
  const problem = unreachable.exec(ping.output)?.[0];
  const options = ["--no-audit", "--no-fund", "--loglevel=error", ...(problem ? ["--offline"] : [])];
  let { code, output } = await runNpm(["ci", ...options]);
  if (/Missing: .* from lock file/.test(output)) {
    // A lock file that was written where some platform's optional package is not to be had lacks its entry, and
    // `npm ci` refuses it; all that it does pin is taken from it all the same, and it stays as it is.
    ({ code, output } = await runNpm(["install", "--no-save", ...options]));
  }
  if (code === 0 && packagesInstalled()) return;
  throw new SetupFailure(explainNpm(output, problem ?? unreachable.exec(output)?.[0]));
}

/** npm's own words help few people: what failed and what to do. */
function explainNpm(output, problem) {
  const said = output.trim().split("\n").slice(0, 12).join("\n");
  if (problem) {
    return (
      `The packages could not be downloaded: the package registry cannot be reached (${problem}).\n` +
      "Connect this computer to the internet and run the command again. Behind a proxy, tell npm about it first:\n" +
      "  npm config set proxy http://proxy.example:8080"
    );
  }
  if (/ENOSPC/.test(output)) return `The disk is full: free some space and run the command again.\n${said}`;
  if (/EACCES|EPERM/.test(output)) {
    return `The packages could not be written to ${join(root, "node_modules")}: delete that folder, or make it yours, and run the command again.\n${said}`;
  }
  return `npm failed. Delete the folder node_modules and run the command again. npm said:\n${said}`;
}

function runNpm(args) {
  // npm tells its scripts how it was started itself; alone, the command is `npm` (a shell script on Windows).
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
  const child = npm?.endsWith("js")
    ? spawn(node, [npm, ...args], { cwd: root })
    : spawn("npm", args, { cwd: root, shell: process.platform === "win32" });
  let output = "";
  const keep = (chunk) => {
    output += chunk;
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 1, output: output + error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** `.wxt/` holds types that follow from the configuration, the entrypoints and the English strings. */
function typesFresh() {
  const written = changed(".wxt/tsconfig.json");
  if (written === 0) return false;
  const sources = ["wxt.config.ts", "package-lock.json", "entrypoints", ...filesIn("src/locales")];
  return sources.every((source) => changed(source) <= written);
}

function prepareTypes() {
  const result = spawnSync(ownNode, [join(root, "node_modules/wxt/bin/wxt.mjs"), "prepare"], {
    cwd: root,
    encoding: "utf8",
  });
  if (result.status === 0) return;
  throw new SetupFailure(`wxt prepare failed:\n${result.stdout ?? ""}${result.stderr ?? result.error}`);
}

function ensureBrowsers() {
  const script = join(root, "src/cli/browsers/ensure-browsers.ts");
  const { status } = spawnSync(ownNode, [script, "chromium", "firefox"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) process.exit(1);
}

/** Milliseconds since 1970 of the last change, 0 where there is no such file. */
function changed(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function filesIn(folder) {
  return existsSync(join(root, folder))
    ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)
    : [];
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), "utf8"));
  } catch {
    return null;
  }
}
