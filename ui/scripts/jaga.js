// Where lines drop: a form goes out only when the server can be reached, so that what was typed stays on the page until
// then. It is kept nowhere else: data of declarations do not belong in a browser's store. Forms say so by a line with
// data-putus.

/** Longest wait for the server's word that it is there, milliseconds. */
const PATIENCE = 8_000;

export function keeping() {
  for (const line of document.querySelectorAll("form[data-jaga] [data-putus]")) begin(line.closest("form"), line);
}

async function reachable() {
  if (!navigator.onLine) return false;
  try {
    // The smallest thing that is served.
    const { href } = document.querySelector("link[rel=icon]");
    return (await fetch(href, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) })).ok;
  } catch {
    return false;
  }
}

function begin(form, line) {
  let asking = false;
  let sure = false;
  // Before everything else that listens to the form, the question included.
  document.addEventListener(
    "submit",
    async (event) => {
      if (event.target !== form || sure) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (asking) return;
      asking = true;
      const { submitter } = event;
      const there = await reachable();
      asking = false;
      if (there) {
        sure = true;
        form.requestSubmit(submitter);
        sure = false;
        return;
      }
      line.textContent = line.dataset.putus;
      line.scrollIntoView({ block: "nearest" });
    },
    true,
  );
  addEventListener("online", () => {
    if (line.textContent === line.dataset.putus) line.textContent = line.dataset.kembali;
  });
}
