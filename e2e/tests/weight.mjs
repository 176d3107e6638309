// What a first and a second visit load.

import assert from "node:assert/strict";

import { reader } from "../lib/browser.mjs";
import { enter } from "../lib/login.mjs";

const FIRST = 60 * 1024;
const AGAIN = 20 * 1024;
const MOST_REQUESTS = 8;

export default function* tests(world) {
  for (const path of ["/", "/masuk", "/verifikasi", "/beranda"]) {
    const route = world.routes.find((one) => one.path === path);
    yield {
      name: path,
      run: async () => {
        const page = await reader(world.browser, world.base);
        if (!["public", "demo"].includes(route.access)) {
          // The session of another window: nothing that its log-in loaded is here.
          const other = await reader(world.browser, world.base);
          await enter(other, world, path);
          await page.context().addCookies(await other.context().cookies());
          await other.context().close();
        }
        const session = await page.context().newCDPSession(page);
        await session.send("Network.enable");
        let bytes = 0;
        let requests = 0;
        session.on("Network.loadingFinished", ({ encodedDataLength }) => {
          bytes += encodedDataLength;
          requests += 1;
        });
        const visit = async () => {
          [bytes, requests] = [0, 0];
          await page.goto(path, { waitUntil: "networkidle" });
          return { bytes, requests };
        };
        const first = await visit();
        const again = await visit();
        console.log(`     ${path}: first ${first.bytes} bytes in ${first.requests} requests, again ${again.bytes}`);
        assert.ok(first.bytes > 1_000 && first.bytes <= FIRST, `first visit ${first.bytes} bytes`);
        assert.ok(first.requests <= MOST_REQUESTS, `${first.requests} requests`);
        assert.ok(again.bytes <= AGAIN, `second visit ${again.bytes} bytes`);
        await page.context().close();
      },
    };
  }
}
