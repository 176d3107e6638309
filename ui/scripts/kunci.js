// Passkeys: the browser asks the authenticator what the form's data say, and the answer is posted with the form. Where
// no script runs, or no authenticator is known, the form stays hidden and the code of the application is the way.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) => {
  let signs = "";
  for (const byte of new Uint8Array(buffer)) signs += String.fromCharCode(byte);
  return btoa(signs).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
};
const known = (list) => (list ?? []).map((key) => ({ ...key, id: bytes(key.id) }));

const ceremonies = {
  async create(options) {
    const { response } = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: known(options.excludeCredentials),
      },
    });
    return { clientData: text(response.clientDataJSON), attestation: text(response.attestationObject) };
  },
  async get(options) {
    const { rawId, response } = await navigator.credentials.get({
      publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: known(options.allowCredentials) },
    });
    return {
      id: text(rawId),
      clientData: text(response.clientDataJSON),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
    };
  },
};

export function kunci() {
  if (!globalThis.PublicKeyCredential || !navigator.credentials) return;
  for (const form of document.querySelectorAll("form[data-kunci]")) {
    const ceremony = ceremonies[form.dataset.kunci];
    if (!ceremony) continue;
    form.hidden = false;
    const absent = form.parentElement.querySelector("[data-tanpa-kunci]");
    if (absent) absent.hidden = true;
    const status = form.querySelector("[data-kunci-status]");
    let busy = false;
    form.addEventListener("submit", async (event) => {
      if (form.elements.jawaban.value) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (busy) return;
      busy = true;
      status.textContent = "";
      try {
        form.elements.jawaban.value = JSON.stringify(await ceremony(JSON.parse(form.dataset.pilihan)));
        form.requestSubmit();
      } catch {
        status.textContent = form.dataset.gagal;
      } finally {
        busy = false;
      }
    });
    // A page that comes back from the browser's store needs a new answer.
    addEventListener("pageshow", (event) => {
      if (event.persisted) form.elements.jawaban.value = "";
    });
  }
}
