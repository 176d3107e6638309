// The goods grid by the keyboard: Enter goes down, Ctrl+Enter to a new row, Ctrl+D copies from above, F2 opens the
// details, F8 finds the next error, Ctrl+S saves, a block of cells is pasted to a preview. A row is saved and checked
// when it is left.

import { combobox } from "./cari.js";

export function grid() {
  for (const form of document.querySelectorAll("form[data-kisi]")) begin(form);
}

function begin(form) {
  const table = form.querySelector("table.kisi tbody");
  if (!table) return;
  const words = form.dataset;
  const status = form.querySelector("[data-kabar]");
  const dirty = new Set();
  const waiting = new Map();

  const rows = () => [...table.rows];
  const inputs = (row) => [...row.querySelectorAll('td > input:not([type="checkbox"]):not([type="hidden"])')];
  const column = (input) => inputs(input.closest("tr")).indexOf(input);
  const isNew = (row) => row.dataset.baris.startsWith("n");
  const blank = (row) => inputs(row).every((input) => !input.value.trim());
  const say = (text) => {
    if (status) status.textContent = text;
  };
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

  function go(input) {
    if (!input) return;
    input.focus();
    input.select?.();
  }

  /** A further row for a new line, made like the last new one. */
  function append() {
    const last = rows().filter(isNew).pop();
    if (!last) return null;
    const row = last.cloneNode(true);
    const number = Math.max(...rows().filter(isNew).map((one) => Number(one.dataset.baris.slice(1)))) + 1;
    rename(row, last.dataset.baris, `n${number}`, `${words.baru} ${number}`);
    for (const input of inputs(row)) {
      input.value = "";
      input.removeAttribute("value");
      clear(input);
      for (const name of ["role", "aria-autocomplete", "aria-expanded", "aria-controls", "aria-activedescendant"]) input.removeAttribute(name);
      input.parentElement.querySelector(".pilihan")?.remove();
    }
    table.append(row);
    form.dispatchEvent(new CustomEvent("pabean:baris", { detail: row }));
    return row;
  }

  function rename(row, from, to, number) {
    row.dataset.baris = to;
    row.querySelector("th").textContent = number;
    for (const element of row.querySelectorAll("[name], [id]")) {
      for (const attribute of ["name", "id"]) {
        const value = element.getAttribute(attribute);
        if (value?.startsWith(`${from}.`)) element.setAttribute(attribute, to + value.slice(from.length));
      }
    }
    for (const input of inputs(row)) {
      const title = input.parentElement.dataset.judul;
      input.setAttribute("aria-label", fill(words.sel, { kolom: title, n: number }));
    }
  }

  function clear(input) {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
    input.parentElement.querySelector(".kisi__pesan")?.remove();
  }

  function complain(input, text) {
    clear(input);
    if (!text) return;
    const message = document.createElement("span");
    message.className = "kisi__pesan";
    message.id = `${input.name}-kesalahan`;
    message.textContent = text;
    input.parentElement.append(message);
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", message.id);
  }

  /** Saves one row and shows what is wrong with it; its key may be new. */
  function save(row) {
    if (!dirty.has(row) || (isNew(row) && blank(row))) return Promise.resolve();
    if (waiting.has(row)) return waiting.get(row).then(() => save(row));
    dirty.delete(row);
    const body = new URLSearchParams({ csrf: form.elements.csrf.value, diam: "ya" });
    for (const field of row.querySelectorAll('input:not([type="checkbox"])')) if (field.name) body.append(field.name, field.value);
    const sent = fetch(form.action, { method: "POST", body, redirect: "manual", keepalive: true })
      .then((answer) => taken(row, answer))
      .catch(() => {
        dirty.add(row);
        say(words.putus);
      })
      .finally(() => waiting.delete(row));
    waiting.set(row, sent);
    return sent;
  }

  async function taken(row, answer) {
    if (answer.status === 409) return say(words.basi);
    if (!answer.ok) {
      dirty.add(row);
      return say(answer.status === 422 ? await answer.text() : words.putus);
    }
    const told = (await answer.json()).baris.find((one) => one.dari === row.dataset.baris);
    if (!told) return undefined;
    if (isNew(row)) stored(row, told);
    row.querySelector('input[type="hidden"]').value = told.tanda;
    let wrong = 0;
    for (const input of inputs(row)) {
      const text = told.salah[input.name.split(".")[1]];
      if (text) wrong += 1;
      complain(input, text);
    }
    return say(fill(wrong ? words.salah : words.tersimpan, { n: told.nomor, k: wrong }));
  }

  /** A new line was stored: the row is that line's from now on. */
  function stored(row, told) {
    const key = `b${told.kunci}`;
    rename(row, row.dataset.baris, key, String(told.nomor));
    const pick = document.createElement("input");
    Object.assign(pick, { type: "checkbox", name: "pilih", value: String(told.kunci) });
    pick.setAttribute("aria-label", String(told.nomor));
    row.querySelector(".kisi__pilih").prepend(pick);
    const link = document.createElement("a");
    link.id = `${key}.rincian`;
    link.href = `${new URL(form.action).pathname}/${told.kunci}`;
    link.textContent = words.rincian;
    row.querySelector(".kisi__rincian").append(link);
  }

  function down(input, step) {
    const at = column(input);
    let row = step > 0 ? input.closest("tr").nextElementSibling : input.closest("tr").previousElementSibling;
    if (!row && step > 0) row = append();
    if (row) go(inputs(row)[at]);
  }

  function fresh() {
    const row = rows().find((one) => isNew(one) && blank(one)) || append();
    if (row) go(inputs(row)[0]);
  }

  function copy(input) {
    const row = input.closest("tr");
    const above = row.previousElementSibling;
    if (!above) return;
    const from = inputs(above);
    const set = (field, value) => {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    if (blank(row)) inputs(row).forEach((field, at) => set(field, from[at].value));
    else set(input, from[column(input)].value);
  }

  async function details(row) {
    await save(row);
    await waiting.get(row);
    const link = row.querySelector(".kisi__rincian a");
    if (link) location.assign(link.href);
  }

  function nextError(input) {
    const wrong = [...table.querySelectorAll('[aria-invalid="true"]')];
    if (!wrong.length) return;
    const after = wrong.find((one) => input.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    go(after || wrong[0]);
  }

  function send(step) {
    const button = form.querySelector(`button[name="langkah"][value="${step}"]:not(.tersembunyi)`);
    if (button) form.requestSubmit(button);
  }

  form.addEventListener("keydown", (event) => {
    const input = event.target.closest("td > input");
    if (!input || !table.contains(input) || input.type === "checkbox" || event.isComposing) return;
    const control = event.ctrlKey || event.metaKey;
    const choosing = input.getAttribute("aria-expanded") === "true" && !control;
    if (event.key === "Enter" && !choosing) {
      event.preventDefault();
      if (control) fresh();
      else down(input, event.shiftKey ? -1 : 1);
    } else if (control && event.key.toLowerCase() === "d") {
      event.preventDefault();
      copy(input);
    } else if (control && event.key.toLowerCase() === "s") {
      event.preventDefault();
      send("simpan");
    } else if (event.key === "F2") {
      event.preventDefault();
      details(input.closest("tr"));
    } else if (event.key === "F8") {
      event.preventDefault();
      nextError(input);
    }
  });

  form.addEventListener("input", (event) => {
    const row = event.target.closest("tr[data-baris]");
    if (row && event.target.type !== "checkbox") dirty.add(row);
  });
  form.addEventListener("pabean:isi", (event) => {
    const row = event.target.closest("tr[data-baris]");
    if (row) dirty.add(row);
  });
  // A cell of codes becomes a combobox when it is first entered.
  table.addEventListener("focusin", (event) => {
    const input = event.target;
    if (!input.dataset?.cariSel || input.readOnly || input.getAttribute("role") === "combobox") return;
    combobox(input, input.dataset.cariSel);
  });
  table.addEventListener("focusout", (event) => {
    const row = event.target.closest("tr[data-baris]");
    if (row && !row.contains(event.relatedTarget)) save(row);
  });

  table.addEventListener("paste", (event) => {
    const input = event.target.closest("td > input");
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!input || !/[\t\n]/.test(text.trim())) return;
    const target = document.querySelector(`form[action="${CSS.escape(words.tempel)}"]`);
    if (!target) return;
    event.preventDefault();
    const row = input.closest("tr");
    // What was typed before goes first, so that the preview counts with it.
    Promise.all([...dirty].map(save)).then(() => {
      target.elements.dari.value = input.name.split(".")[1];
      target.elements.pada.value = isNew(row) ? "0" : row.dataset.baris.slice(1);
      target.elements.tempelan.value = text;
      target.requestSubmit();
    });
  });

  // What is on its way comes first, so that nobody conflicts with himself.
  form.addEventListener(
    "submit",
    (event) => {
      if (!waiting.size) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const button = event.submitter;
      Promise.all(waiting.values()).then(() => (button ? form.requestSubmit(button) : form.requestSubmit()));
    },
    true,
  );
}
