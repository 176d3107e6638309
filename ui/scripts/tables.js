// Lists: one box that ticks all rows, and how many are ticked.

export function tables() {
  for (const all of document.querySelectorAll("[data-pilih-semua]")) {
    const boxes = [...document.querySelectorAll(`input[form="${CSS.escape(all.dataset.pilihSemua)}"][name="id"]`)];
    const status = document.querySelector(`[data-terpilih="${CSS.escape(all.dataset.pilihSemua)}"]`);
    const count = () => {
      const ticked = boxes.filter((box) => box.checked).length;
      all.checked = ticked > 0 && ticked === boxes.length;
      all.indeterminate = ticked > 0 && ticked < boxes.length;
      if (status) status.textContent = status.dataset.teks.replace("{n}", String(ticked));
    };
    all.closest("label").hidden = false;
    all.addEventListener("change", () => {
      for (const box of boxes) box.checked = all.checked;
      count();
    });
    for (const box of boxes) box.addEventListener("change", count);
    count();
  }
}
