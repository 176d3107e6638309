// Photos of telephones are large: they are made smaller before they are sent, upright, as JPEG. What stays too large is
// said at once, at its field. Without script the server says it.

const SHRINK = 1.5 * 1024 * 1024;
const LONGEST = 2000;
const QUALITY = 0.85;

export function photos() {
  for (const line of document.querySelectorAll("[data-foto]")) {
    const input = document.getElementById(line.dataset.foto);
    if (input?.form) watch(input, line);
  }
}

function watch(input, line) {
  const limit = Number(line.dataset.batas);
  const say = (text, bytes = 0) => {
    const size = (bytes / 1024 / 1024).toLocaleString(document.documentElement.lang || "id", { maximumFractionDigits: 1 });
    line.textContent = text.replace("{ukuran}", size);
  };
  let busy = null;
  let large = false;

  async function take(file) {
    let kept = file;
    const plain = /^image\/(jpeg|png)$/.test(file.type);
    if (!plain || file.size > SHRINK) {
      say(line.dataset.sibuk);
      const made = await smaller(file);
      // Another one was chosen meanwhile.
      if (input.files[0] !== file) return;
      if (made && (!plain || made.size < file.size) && swap(input, made)) kept = made;
    }
    large = kept.size > limit;
    input.setAttribute("aria-invalid", String(large));
    if (large) say(line.dataset.besar, kept.size);
    else if (kept !== file) say(line.dataset.kecil, kept.size);
    else line.textContent = "";
  }

  input.addEventListener("change", () => {
    const [file] = input.files;
    large = false;
    line.textContent = "";
    input.removeAttribute("aria-invalid");
    if (!file) return;
    const work = take(file).finally(() => {
      if (busy === work) busy = null;
    });
    busy = work;
  });

  input.form.addEventListener("submit", (event) => {
    if (event.defaultPrevented || (!busy && !large)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (large) return input.focus();
    const { submitter } = event;
    busy.then(() => input.form.requestSubmit(submitter));
  });
}

/** The picture at most LONGEST wide and high; none when the browser cannot read it. */
async function smaller(file) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const pen = canvas.getContext("2d");
    // JPEG knows nothing transparent.
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    return blob && new File([blob], `${file.name.replace(/\.[^.]*$/, "")}.jpg`, { type: "image/jpeg", lastModified: file.lastModified });
  } catch {
    return null;
  }
}

/** Puts a file into the field; whether that worked. */
function swap(input, file) {
  try {
    const box = new DataTransfer();
    box.items.add(file);
    input.files = box.files;
    return true;
  } catch {
    return false;
  }
}
