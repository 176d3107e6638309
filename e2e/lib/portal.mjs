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
