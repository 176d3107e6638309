// What is typed where lines drop: without a line a form is not sent, and what was sent into a dead line comes back when
// its page does. Forms say so by a line with data-putus. Kept for this tab and this page only; no files, no passwords,
// no token; gone once another page, or the answer to the form, is there.

const KEY = "pabean:isian";

const store = {
  get() {
    try {
      return JSON.parse(sessionStorage.getItem(KEY) || "null");
    } catch {
      return null;
    }
  },
  set(kept) {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // Full, or switched off: the page works without.
    }
  },
  clear() {
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      // See above.
    }
  },
};

export function keeping() {
  const lines = [...document.querySelectorAll("form[data-jaga] [data-putus]")];
  const kept = store.get();
  // An address that says «tersimpan» is an answer when it is new; a page loaded again is still the page of the form.
  const fresh = performance.getEntriesByType("navigation")[0]?.type === "navigate";
  const saved = fresh && new URLSearchParams(location.search).has("tersimpan");
  const answered = saved || document.querySelector("[data-ringkasan]");
  if (kept && (answered || kept.path !== location.pathname)) store.clear();
  for (const line of lines) begin(line.closest("form"), line, answered ? null : kept);
}

function begin(form, line, kept) {
  if (kept && kept.path === location.pathname && kept.form === form.getAttribute("action") && refill(form, kept.values)) {
    line.textContent = line.dataset.pulih;
  }
  // Before everything else that listens to the form, the question included.
  document.addEventListener(
    "submit",
    (event) => {
      if (event.target !== form) return;
      store.set({ path: location.pathname, form: form.getAttribute("action"), values: values(form) });
      if (navigator.onLine) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      line.textContent = line.dataset.putus;
      line.scrollIntoView({ block: "nearest" });
    },
    true,
  );
  addEventListener("online", () => {
    if (line.textContent === line.dataset.putus) line.textContent = line.dataset.kembali;
  });
}

const counts = (field) => field.name && !/^(hidden|password|file|submit|button)$/.test(field.type);

function values(form) {
  const out = [];
  for (const field of form.elements) {
    if (!counts(field)) continue;
    if (/^(radio|checkbox)$/.test(field.type) ? field.checked : true) out.push([field.name, field.value]);
  }
  return out;
}

/** Puts values into fields that nobody touched since the page came; whether any was put. */
function refill(form, pairs) {
  let any = false;
  for (const [name, value] of pairs) {
    for (const field of form.elements) {
      if (field.name !== name || !counts(field) || !put(field, value)) continue;
      any = true;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
  return any;
}

function put(field, value) {
  if (/^(radio|checkbox)$/.test(field.type)) {
    const others = [...field.form.elements].filter((other) => other.name === field.name);
    if (field.value !== value || field.checked || others.some((other) => other.checked !== other.defaultChecked)) return false;
    field.checked = true;
    return true;
  }
  if (field.value === value || !untouched(field)) return false;
  field.value = value;
  return field.value === value;
}

function untouched(field) {
  if (!field.options) return field.value === field.defaultValue;
  const first = [...field.options].findIndex((option) => option.defaultSelected);
  return field.selectedIndex === Math.max(first, 0);
}
