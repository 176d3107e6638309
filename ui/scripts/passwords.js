// Show and hide a password; hidden again before it is sent, so that no browser remembers it as text.

export function passwords() {
  for (const button of document.querySelectorAll("[data-sandi]")) {
    const input = document.getElementById(button.getAttribute("aria-controls"));
    if (!input) continue;
    const status = button.parentElement.querySelector("[role=status]");
    const show = (visible) => {
      input.type = visible ? "text" : "password";
      button.textContent = visible ? button.dataset.sembunyi : button.dataset.sandi;
      button.setAttribute("aria-label", visible ? button.dataset.labelSembunyi : button.dataset.label);
    };
    button.hidden = false;
    button.addEventListener("click", () => {
      show(input.type === "password");
      if (status) status.textContent = input.type === "password" ? button.dataset.kabarSembunyi : button.dataset.kabar;
    });
    if (input.form) input.form.addEventListener("submit", () => show(false), true);
  }
}
