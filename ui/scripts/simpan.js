// A section of a draft saves itself two seconds after the last key and when the page is left: changed fields only,
// never over somebody else's work. What is not saved yet is always said, and nothing is kept in the browser's storage.

const WAIT = 2000;
const RETRY = 5000;

export function saving() {
  for (const form of document.querySelectorAll("form[data-simpan]")) begin(form);
}

function begin(form) {
  const line = form.querySelector("[data-keadaan]");
  if (!line) return;
  const words = form.dataset;
  const changed = new Set();
  let timer = 0;
  let running = null;
  let stopped = false;
  let failed = false;

  const say = (text, tone) => {
    line.textContent = text;
    line.dataset.keadaan = tone;
  };
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };
  const mark = (field) => {
    if (!field.name || field.type === "hidden") return;
    changed.add(field.name);
    // Said once, not at every key.
    if (!failed && !stopped && line.dataset.keadaan !== "belum") say(words.belum, "belum");
    if (!stopped) later(WAIT);
  };

  function body(names) {
    const all = new URLSearchParams(new FormData(form));
    const some = new URLSearchParams();
    for (const field of form.querySelectorAll("input[type=hidden]")) some.append(field.name, field.value);
    for (const name of names) for (const value of all.getAll(name)) some.append(name, value);
    some.append("diam", "ya");
    return some;
  }

  function save(leaving) {
    clearTimeout(timer);
    if (running || stopped || !changed.size) return running || Promise.resolve();
    const names = [...changed];
    changed.clear();
    if (leaving !== true) say(words.menyimpan, "sedang");
    const send = fetch(form.action, { method: "POST", body: body(names), redirect: "manual", keepalive: leaving === true });
    running = send
      .then((answer) => taken(answer, names))
      .catch(() => lost(names))
      .finally(() => {
        running = null;
        if (changed.size && !failed && !stopped) later(WAIT);
      });
    return running;
  }

  async function taken(answer, names) {
    if (answer.ok) {
      const told = await answer.json();
      form.elements.tanda.value = told.tanda;
      failed = false;
      if (!changed.size) say(`${words.tersimpan} ${told.pukul}`, "sudah");
      refresh(told);
      return;
    }
    for (const name of names) changed.add(name);
    if (answer.status === 409) {
      stopped = true;
      say(words.basi, "gagal");
    } else if (answer.status === 403 || answer.type === "opaqueredirect") {
      await ended();
    } else {
      lost(names);
    }
  }

  function lost(names) {
    for (const name of names) changed.add(name);
    failed = true;
    say(words.putus, "gagal");
    line.append(" ", button(words.ulang, () => save()));
    later(RETRY);
  }

  /** The session is over, or another one began in another tab: with a fresh token saving goes on, else a link to log in. */
  async function ended() {
    failed = true;
    if (await fresh()) {
      failed = false;
      return later(0);
    }
    say(words.habis, "gagal");
    const field = document.activeElement && form.contains(document.activeElement) ? document.activeElement.id : "";
    const back = `${location.pathname}${location.search}#${field}`;
    const link = document.createElement("a");
    link.href = `/masuk?kembali=${encodeURIComponent(back)}`;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = words.masuk;
    line.append(" ", link);
  }

  /** Takes the token of the present session into all forms of this page. */
  async function fresh() {
    try {
      const answer = await fetch(location.href, { redirect: "manual" });
      if (!answer.ok) return false;
      const found = (await answer.text()).match(/name="csrf" value="([^"]+)"/);
      if (!found) return false;
      for (const field of document.querySelectorAll('input[name="csrf"]')) field.value = found[1];
      return true;
    } catch {
      return false;
    }
  }

  form.addEventListener("input", (event) => mark(event.target));
  form.addEventListener("change", (event) => mark(event.target));
  form.addEventListener("pabean:isi", (event) => mark(event.target));
  addEventListener("focus", () => failed && !stopped && changed.size && save());
  addEventListener("online", () => failed && !stopped && changed.size && save());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save(true));
  addEventListener("beforeunload", (event) => {
    if (changed.size && (failed || stopped) && !form.dataset.dikirim) event.preventDefault();
  });

  // A press of a button posts everything; what is on its way comes first, so that nobody conflicts with himself.
  form.addEventListener(
    "submit",
    (event) => {
      clearTimeout(timer);
      if (running) {
        event.preventDefault();
        event.stopImmediatePropagation();
        const { submitter } = event;
        running.finally(() => form.requestSubmit(submitter));
        return;
      }
      form.dataset.dikirim = "ya";
      setTimeout(() => delete form.dataset.dikirim, RETRY);
    },
    true,
  );

  // A link waits for what is typed.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.target || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (!changed.size || failed || stopped || link.origin !== location.origin || link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    save().finally(() => (location.href = link.href));
  });

  form.addEventListener("keydown", (event) => {
    if (!event.ctrlKey || event.altKey || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    save();
  });

  if ("berubah" in form.dataset) {
    const name = form.dataset.berubah;
    if (form.elements[name]) {
      changed.add(name);
      save();
    }
  }
}

function button(text, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "tombol tombol--tautan";
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}

/** What a blank field is computed to, between its label and itself. */
function hint(name, text) {
  const field = document.getElementById(name);
  if (!field) return;
  let place = document.getElementById(`${name}-petunjuk`);
  if (!place) {
    if (!text) return;
    place = document.createElement("div");
    place.className = "pb-hint";
    place.id = `${name}-petunjuk`;
    field.before(place);
    field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") || ""} ${place.id}`.trim());
  }
  place.textContent = text;
}

/** Totals and states of the sections after a save. */
export function refresh(told) {
  for (const [name, text] of Object.entries(told.jumlah || {})) {
    const place = document.querySelector(`[data-jumlah="${name}"]`);
    if (place) place.textContent = text;
  }
  for (const [name, text] of told.hitung || []) hint(name, text);
  for (const [word, tone, text] of told.bagian || []) {
    const badge = document.querySelector(`.jejak a[href$="/isi/${word}"] .lencana`);
    if (!badge) continue;
    badge.className = `lencana ${tone}`;
    badge.textContent = text;
  }
}
