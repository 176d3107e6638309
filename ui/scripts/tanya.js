// The question of a pop-up that names what was typed: it is worded anew when the form is about to be sent.

export function questions() {
  for (const words of document.querySelectorAll("[data-tanya]")) {
    const form = words.closest("form");
    const place = document.getElementById(words.dataset.tanya);
    if (!form || !place) continue;
    // Ahead of the pop-up, which stops the event.
    document.addEventListener(
      "submit",
      (event) => {
        if (event.target !== form) return;
        const { isi, kosong, menurut } = words.dataset;
        const typed = form.elements[menurut].value.trim();
        place.textContent = typed ? isi.replace("{nama}", () => typed) : kosong;
      },
      true,
    );
  }
}
