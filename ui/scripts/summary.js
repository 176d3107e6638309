// After a failed post the summary of errors gets the focus, and its links lead into the field, label in sight.

export function summary() {
  const box = document.querySelector("[data-ringkasan]");
  const notice = document.querySelector("[data-fokus]");
  (box || notice)?.focus();
  box?.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    const label = field.closest("fieldset")?.querySelector("legend") || document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
    (label || field).scrollIntoView();
    field.focus({ preventScroll: true });
  });
}
