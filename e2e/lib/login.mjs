// Logging in as the people of the demo, by the form that everybody uses.

const kept = new Map();

/** The account of accounts.json with this user name, or the first with this role. */
export function account(world, word) {
  const found = world.accounts.find((one) => one.username === word) ?? world.accounts.find((one) => one.role === word);
  if (!found) throw new Error(`no demo account «${word}»`);
  return found;
}

/** Logs the reader in; a session is made once for an account and shared as cookies. */
export async function login(page, world, word) {
  const who = account(world, word);
  const cookies = kept.get(who.username);
  if (cookies) return page.context().addCookies(cookies);
  await page.goto("/masuk");
  await page.locator("input[autocomplete~=username]").fill(who.username);
  await page.locator("input[autocomplete=current-password]").fill(who.password);
  await page.locator("main button[type=submit]:not(.tombol--kedua)").click();
  await page.waitForURL((url) => url.pathname !== "/masuk");
  kept.set(who.username, (await page.context().cookies()).filter((cookie) => cookie.name !== "bahasa"));
}
