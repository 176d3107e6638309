// Two minutes before the session ends it says so, and offers to stay; afterwards it says that it ended.

const WARN = 120;

export function session() {
  const box = document.querySelector("[data-sesi]");
  if (!box) return;
  const text = box.querySelector("[data-sesi-teks]");
  const form = box.querySelector("form");
  let timers = [];
  const begin = () => {
    for (const timer of timers) clearTimeout(timer);
    const seconds = Number(box.dataset.sesi);
    box.hidden = true;
    timers = [
      setTimeout(() => say(box.dataset.awas, true), Math.max(0, seconds - WARN) * 1000),
      setTimeout(() => say(box.dataset.akhir, false), seconds * 1000),
    ];
  };
  const say = (words, canStay) => {
    form.hidden = !canStay;
    box.hidden = false;
    text.textContent = words;
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" });
      if (answer.ok || answer.type === "opaqueredirect") begin();
      else say(box.dataset.akhir, false);
    } catch {
      say(box.dataset.gagal, true);
    }
  });
  begin();
}
