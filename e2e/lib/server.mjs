// A whole demo of its own on free loopback ports, in a folder of its own; ended by its own process id.

import { spawn, execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const binary = process.env.PABEAN_BINARY ?? join(root, "target/debug/pabean");
const START_LIMIT = 60_000;

export const screens = join(root, "target/screens");

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The addresses of the portal, as the program itself knows them. */
export function routes() {
  return JSON.parse(execFileSync(binary, ["routes"], { encoding: "utf8" }));
}

/** Starts the demo under a host name of this machine; `accounts` are those of its file, `stop` ends it and removes its folder. */
export async function start(extra = {}, host = "127.0.0.1") {
  if (!existsSync(binary)) throw new Error(`${binary} is missing; cargo build -p pabean-server`);
  const folder = mkdtempSync(join(tmpdir(), "pabean-e2e-"));
  const [port, partners] = [await freePort(), await freePort()];
  const base = `http://${host}:${port}`;
  const env = {
    ...process.env,
    PABEAN_LISTEN: `127.0.0.1:${port}`,
    PABEAN_PARTNERS_URL: `http://127.0.0.1:${partners}`,
    PABEAN_BASE_URL: base,
    ...extra,
  };
  const child = spawn(binary, ["demo"], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said = (said + data).slice(-20_000)));
  let ended = null;
  child.once("exit", (code, signal) => (ended = signal ?? code));
  const limit = Date.now() + START_LIMIT;
  for (;;) {
    if (ended !== null) throw new Error(`the demo ended (${ended}) before it answered:\n${said}`);
    if (await fetch(`${base}/sehat`).then((answer) => answer.ok, () => false)) break;
    if (Date.now() > limit) {
      child.kill("SIGKILL");
      throw new Error(`the demo did not answer in ${START_LIMIT} ms:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const file = join(folder, "var/demo/accounts.json");
  const accounts = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
  const stop = async () => {
    if (ended === null) {
      const end = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const hard = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await end;
      clearTimeout(hard);
    }
    rmSync(folder, { recursive: true, force: true });
  };
  return { base, partners: `http://127.0.0.1:${partners}`, folder, accounts, said: () => said, stop };
}
