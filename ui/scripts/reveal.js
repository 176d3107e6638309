// Fields that belong to one choice are shown with it. Without script they always show.

export function reveal() {
  for (const input of document.querySelectorAll("[data-buka]")) {
    const part = document.getElementById(input.dataset.buka);
    if (!part) continue;
    input.setAttribute("aria-controls", part.id);
    const follow = () => {
      part.hidden = !input.checked;
    };
    follow();
    document.addEventListener("change", (event) => {
      if (event.target.form === input.form && (event.target.name === input.name || event.target === input)) follow();
    });
    addEventListener("pageshow", follow);
  }
}
