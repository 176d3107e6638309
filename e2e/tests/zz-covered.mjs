// Last: no page of the route table was left out by all the others. Run alone, it says nothing.

import assert from "node:assert/strict";

export default function* tests(world) {
  yield {
    name: "every page of the portal was looked at",
    run: () => {
      const missing = world.routes.filter((route) => route.page && !world.scanned.has(route.path)).map((route) => route.path);
      assert.deepEqual(missing, [], "scan them: samples in the route table, or look() in a journey");
    },
  };
}
