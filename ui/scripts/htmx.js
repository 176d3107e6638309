// htmx for the pages that ask for it. It turns answers of our own server into elements through DOMParser, which Trusted
// Types would refuse; the policy below lets that through unless the answer holds something that could run.

import htmx from "htmx.org";

const RUNS = /<\s*(script|iframe|object|embed|base|meta)\b|\son[a-z]+\s*=|javascript:/i;

if (globalThis.trustedTypes) {
  trustedTypes.createPolicy("default", {
    createHTML(text) {
      if (RUNS.test(text)) throw new TypeError("refused: the answer holds something that could run");
      return text;
    },
  });
}

Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
  globalViewTransitions: false,
});
