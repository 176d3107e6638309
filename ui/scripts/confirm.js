// «Pop-up» before posting: a form with data-konfirmasi names the dialog to show. Without script the server answers the
// same post with a page that asks.

import { submitOnce } from "./forms.js";

export function confirm() {
  for (const form of document.querySelectorAll("form[data-konfirmasi]")) {
    const dialog = document.getElementById(form.dataset.konfirmasi);
    if (dialog && dialog.showModal) guard(form, dialog);
  }
}

function guard(form, dialog) {
  let button = null;
  form.addEventListener("submit", (event) => {
    // What the browser can see is wrong goes to the server, which says what to do.
    if (form.dataset.yakin || !form.checkValidity()) return;
    // A button with an address of its own does something else.
    if (event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    button = event.submitter;
    dialog.showModal();
  });
  dialog.querySelector("[data-ya]").addEventListener("click", () => {
    const sure = document.createElement("input");
    sure.type = "hidden";
    sure.name = "yakin";
    sure.value = "ya";
    form.append(sure);
    form.dataset.yakin = "ya";
    dialog.close();
    submitOnce(form, button);
  });
  dialog.querySelector("[data-tidak]").addEventListener("click", () => dialog.close());
}
