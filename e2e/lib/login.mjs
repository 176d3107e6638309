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
  const key = `${world.base} ${who.username}`;
  const cookies = kept.get(key);
  if (cookies) return page.context().addCookies(cookies);
  await page.goto("/masuk");
  await page.locator("input[autocomplete~=username]").fill(who.username);
  await page.locator("input[autocomplete=current-password]").fill(who.password);
  await page.locator("main button[type=submit]:not(.tombol--kedua)").click();
  await page.waitForURL((url) => url.pathname !== "/masuk");
  kept.set(key, (await page.context().cookies()).filter((cookie) => cookie.name !== "bahasa"));
}

/** Logs in as the first person of the demo who may open this page. */
export async function enter(page, world, path) {
  for (const { username } of world.accounts) {
    await page.context().clearCookies({ name: /^(?!bahasa$)/ });
    await login(page, world, username);
    const answer = await page.goto(path);
    if (answer.status() === 200 && new URL(page.url()).pathname === new URL(path, world.base).pathname) return;
  }
  throw new Error(`no demo account may open ${path}`);
}
