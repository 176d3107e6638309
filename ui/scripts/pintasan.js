// Alt with a digit opens a section of the document; whoever needs these keys for something else turns them off.

const KEPT = "pabean-pintasan";

export function shortcuts() {
  const list = document.querySelector("[data-bagian]");
  if (!list) return;
  const links = [...list.querySelectorAll("a")];
  const off = document.querySelector("[data-pintasan]");
  const read = () => {
    try {
      return localStorage.getItem(KEPT) !== "mati";
    } catch {
      return true;
    }
  };
  let on = read();
  if (off) {
    off.closest("[hidden]")?.removeAttribute("hidden");
    off.checked = on;
    off.addEventListener("change", () => {
      on = off.checked;
      try {
        localStorage.setItem(KEPT, on ? "hidup" : "mati");
      } catch {
        // Private windows: it counts for this page only.
      }
    });
  }
  addEventListener("keydown", (event) => {
    if (!on || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
    const link = digit && links[Number(digit) - 1];
    if (!link) return;
    event.preventDefault();
    link.click();
  });
}
