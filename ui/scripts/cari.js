// Codes are found while typing: a combobox after the ARIA pattern. A code typed blind is taken as it is; without script
// the button beside the field leads to a page of hits.

const WAIT = 150;
let made = 0;

export function lookups() {
  for (const box of document.querySelectorAll("[data-cari]")) {
    const input = box.querySelector("input");
    if (!input || input.readOnly) continue;
    const name = box.querySelector("[data-nama]");
    combobox(input, box.dataset.cari, { within: () => box.dataset.di || "", name });
    const search = box.querySelector("button");
    if (search) search.hidden = true;
  }
}

/** Makes `input` a combobox over the list `table`; `name` is where the chosen code's name is shown. */
export function combobox(input, table, { within = () => "", name = null } = {}) {
  made += 1;
  const list = document.createElement("ul");
  list.id = `pilihan-${made}`;
  list.className = "pilihan";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels?.[0]?.textContent || input.getAttribute("aria-label") || "");
  list.hidden = true;
  // A list that scrolls would take the Tab key that is meant for the next field.
  list.tabIndex = -1;
  input.after(list);
  for (const [attribute, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-expanded", "false"],
    ["aria-controls", list.id],
    ["autocomplete", "off"],
  ]) {
    input.setAttribute(attribute, value);
  }
  let timer = 0;
  let waiting = null;
  let offers = [];
  let at = -1;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const show = () => {
    list.replaceChildren(...offers.map(option));
    list.hidden = !offers.length;
    input.setAttribute("aria-expanded", String(!!offers.length));
    at = -1;
    input.removeAttribute("aria-activedescendant");
  };
  function option(offer, index) {
    const item = document.createElement("li");
    item.id = `${list.id}-${index}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const code = document.createElement("code");
    code.textContent = offer.k;
    item.append(code, ` ${offer.n}`);
    // Before the field loses the focus.
    item.addEventListener("mousedown", (event) => {
      event.preventDefault();
      choose(offer);
    });
    return item;
  }
  function choose(offer) {
    const changed = input.value !== offer.k;
    input.value = offer.k;
    if (name) name.textContent = offer.n;
    close();
    if (changed) input.dispatchEvent(new Event("change", { bubbles: true }));
  }
  function move(step) {
    if (!offers.length) return ask(0);
    if (list.hidden) show();
    at = (at + step + offers.length) % offers.length;
    for (const [index, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(index === at));
    const item = list.children[at];
    input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  }
  function ask(wait) {
    clearTimeout(timer);
    timer = setTimeout(find, wait);
  }
  async function find() {
    waiting?.abort();
    const query = input.value.trim();
    if (!query) {
      offers = [];
      return show();
    }
    waiting = new AbortController();
    const address = `/cari/${table}?bentuk=json&q=${encodeURIComponent(query)}&di=${encodeURIComponent(within())}`;
    try {
      const answer = await fetch(address, { signal: waiting.signal });
      if (!answer.ok) return;
      offers = await answer.json();
      // A code that is there needs no list; the arrow opens it all the same.
      if (exact()) close();
      else if (document.activeElement === input) show();
    } catch {
      // Typed on, or no connection: the code itself still counts.
    }
  }
  /** The bare code, typed blind. */
  function exact() {
    const typed = input.value.trim().toUpperCase();
    const found = offers.find((offer) => offer.k.toUpperCase() === typed);
    if (name) name.textContent = found ? found.n : "";
    return found;
  }

  input.addEventListener("input", () => ask(WAIT));
  input.addEventListener("blur", () => {
    const found = exact();
    if (found && input.value !== found.k) input.value = found.k;
    close();
  });
  input.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "Enter" || event.key === "Tab") && !list.hidden && at >= 0) {
      if (event.key === "Enter") event.preventDefault();
      choose(offers[at]);
    } else if (event.key === "Enter" && !list.hidden) {
      event.preventDefault();
      choose(exact() || offers[0]);
    }
  });
}
