// What people do on every page of the portal.

export const main = (page) => page.locator("main");

/** Presses the first button of the page's content with these words. */
export const press = (page, name) => main(page).getByRole("button", { name, exact: true }).first().click();

/** Waits for the page with this heading; what stands there instead is told. */
export async function arrive(page, name) {
  try {
    await page.getByRole("heading", { level: 1, name }).waitFor();
  } catch {
    throw new Error(`«${name}» did not come; ${page.url()} says:\n${await main(page).innerText()}`);
  }
}

/** Answers the question before a form is sent: in the pop-up with script, on the page that comes in its place without. */
export async function sure(page, script, title = "Konfirmasi Data", yes = "Iya, Yakin") {
  const place = script ? page.getByRole("dialog", { name: title }) : main(page);
  if (!script) await arrive(page, title);
  await place.getByRole("button", { name: yes, exact: true }).click();
}

/** Fills in the log-in page and sends it. */
export async function logIn(page, username, password) {
  await page.goto("/masuk");
  await page.getByLabel("Nama pengguna").fill(username);
  await page.getByLabel("Kata sandi", { exact: true }).fill(password);
  await press(page, "Masuk");
}

/** Counts what the hands do besides typing what stands on the papers. */
export function hands(page) {
  const seen = { clicks: 0, keys: 0, get total() { return this.clicks + this.keys; } };
  return {
    seen,
    click: async (what) => { seen.clicks += 1; await what.click(); },
    press: async (key) => { seen.keys += 1; await page.keyboard.press(key); },
  };
}

/** Counts what a person does; each act is one thing done to the page. */
export function counted(page) {
  let actions = 0;
  return { act: async (what) => { actions += 1; await what(page); await page.waitForLoadState(); }, count: () => actions };
}

/** Reloads a page until it says these words. */
export async function untilSays(page, path, words) {
  const end = Date.now() + 40_000;
  while (Date.now() < end) {
    await page.goto(path);
    if ((await main(page).innerText()).includes(words)) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error(`«${words}» never came on ${path}:\n${await main(page).innerText()}`);
}

/** From the payment page to the simulator's bank, where the document's open bill is paid. */
export async function payAtBank(page, aju) {
  await main(page).getByRole("link", { name: "Bayar di bank simulator (demo)" }).click();
  await page.locator("tr", { hasText: aju }).getByRole("button", { name: /^Bayar/ }).first().click();
  await page.waitForLoadState();
}
