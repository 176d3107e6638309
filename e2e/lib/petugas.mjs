// Officers at their desk.

import assert from "node:assert/strict";

import { reader } from "./browser.mjs";
import { login } from "./login.mjs";
import { main, press } from "./portal.mjs";

/** The address of a page of a case. */
export const at = (aju, page = "") => `/petugas/dokumen/${aju}${page && `/${page}`}`;

/** A page of somebody who is logged in. */
export async function officer(own, username, script, width = 1366) {
  const page = await reader(own.browser, own.base, { script, width });
  await login(page, own, username);
  return page;
}

/** The button of an act that another officer confirms. */
export const SECOND = "Ajukan dan tetap di dokumen ini";

/** Does an act by its page, and stays with the document. */
export async function act(page, aju, word, fill = async () => {}, button = "Kerjakan dan tetap di dokumen ini") {
  await page.goto(at(aju, `tindakan/${word}`));
  await fill(main(page));
  await press(page, button);
  await page.waitForURL((url) => url.pathname === at(aju));
}

/** A picture of one pixel. */
const PHOTO = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mM4MS0KAAPiAbl/0MUTAAAAAElFTkSuQmCC", "base64");

/** Begins the inspection, and signs the minutes once every container was looked at; what the minutes say. */
export async function openContainers(page, aju) {
  await page.goto(at(aju, "periksa"));
  await press(page, "Mulai pemeriksaan Alt+X");
  await page.waitForURL(/tersimpan/);
  await main(page).locator("a[href*='/peti-kemas/']").first().click();
  // Each page leads to the next container, and after the last one to the goods.
  while (/\/peti-kemas\//.test(page.url())) {
    const before = page.url();
    await main(page).getByLabel("Nomor segel").fill("SGL-7788");
    await main(page).getByRole("radio", { name: "Utuh", exact: true }).check({ force: true });
    await press(page, "Simpan dan lanjut Alt+X");
    await page.waitForURL((url) => url.href !== before);
  }
  await page.goto(at(aju, "periksa"));
  await main(page).getByLabel("Nama yang mewakili importir").fill("Rina Contoh");
  await main(page).getByLabel("Jabatannya").fill("Staf");
  await main(page).getByLabel("Kemasan yang dibuka").fill("12 dari 90 karton");
  const minutes = await page.locator("textarea[name=teks]").inputValue();
  // What stands on the page is signed: nothing has to be saved before.
  await press(page, "Tanda tangani BAP Alt+X");
  await page.getByText("Tanda tangani BAP dengan saksi Rina Contoh?").waitFor();
  await yes(page);
  await page.waitForURL(/tersimpan=bap/);
  await main(page).getByText("Rina Contoh (Staf)").waitFor();
  return minutes;
}

/** Signs: in the pop-up with script, on the page that comes in its place without. */
const yes = (page) => page.getByRole("button", { name: "Ya, tanda tangani", exact: true }).click();

/** A photo of a line, sent from the telephone. */
export async function takePhoto(page, aju, line) {
  await page.goto(at(aju, "periksa/foto"));
  await page.locator("input[type=file]").setInputFiles({ name: "barang.png", mimeType: "image/png", buffer: PHOTO });
  await main(page).getByLabel("Barang", { exact: true }).selectOption(String(line));
  await main(page).getByLabel("Keterangan").fill("Karton terbuka");
  await press(page, "Kirim foto");
  await page.waitForURL(/tersimpan/);
}

/** The line drops when the button is pressed: it is said, and what was typed stays on the page, and nowhere else. */
async function dropped(page) {
  await page.context().setOffline(true);
  await press(page, "Simpan dan lanjut Alt+X");
  await main(page).getByText("Sambungan terputus.").waitFor();
  await page.context().setOffline(false);
  await main(page).getByText("Sambungan kembali.").waitFor();
  const stored = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  assert.ok(!stored.includes("Lebih dari PIB"), stored);
  assert.equal(await main(page).getByLabel("Catatan").inputValue(), "Lebih dari PIB");
  assert.ok(await main(page).getByLabel("Jumlah", { exact: true }).isVisible());
}

/** Looks at every goods line; the first one is found with `found` pieces when that is given. Signs the report. */
export async function countGoods(page, aju, found) {
  await page.goto(at(aju, "periksa"));
  await main(page).locator("a[href*='/periksa/barang/']").first().click();
  while (/\/periksa\/barang\//.test(page.url())) {
    const before = page.url();
    const differs = found && /\/barang\/1(\?|$)/.test(before);
    // What differs comes with its choice where scripts run.
    const script = !(await main(page).getByLabel("Jumlah", { exact: true }).isVisible());
    await main(page).getByRole("radio", { name: differs ? "Tidak sesuai" : "Sesuai", exact: true }).check({ force: true });
    if (differs) {
      await main(page).getByLabel("Jumlah", { exact: true }).fill(found);
      await main(page).getByLabel("Catatan").fill("Lebih dari PIB");
      if (script) await dropped(page);
    }
    await press(page, "Simpan dan lanjut Alt+X");
    await page.waitForURL((url) => url.href !== before);
  }
  await press(page, "Tanda tangani LHP Alt+X");
  await yes(page);
  await page.waitForURL(/tersimpan=lhp/);
}
