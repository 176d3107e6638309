// A second press of a button sends nothing; leaving a page with unsent changes asks first where the form wants it.

const sent = new WeakSet();
const QUIET = 8000;

export function submitOnce(form, button) {
  if (button && button.form === form) form.requestSubmit(button);
  else form.requestSubmit();
}

export function forms() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.add(form);
    // An answer that never comes must not lock the form for ever.
    setTimeout(() => sent.delete(form), QUIET);
  });
  // A page that comes back from the browser's store can be sent again.
  addEventListener("pageshow", (event) => {
    if (event.persisted) for (const form of document.forms) sent.delete(form);
  });
  for (const form of document.querySelectorAll("form[data-jaga]")) watch(form);
}

function watch(form) {
  let changed = false;
  form.addEventListener("input", () => (changed = true));
  addEventListener("beforeunload", (event) => {
    if (changed && !sent.has(form)) event.preventDefault();
  });
}
