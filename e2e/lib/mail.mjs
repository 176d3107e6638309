// A real SMTP server that keeps what it is given.

import { SMTPServer } from "smtp-server";
import { simpleParser } from "mailparser";

/** Listens on a free loopback port; `url` is for PABEAN_SMTP_URL. */
export async function postOffice() {
  const mails = [];
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 1_000,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          subject: mail.subject ?? "",
          text: mail.text ?? "",
          html: mail.html || "",
        });
        done();
      }, done);
    },
  });
  await new Promise((resolve, reject) => server.once("error", reject) && server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address();
  /** Waits for a mail to an address; earlier mails to it are skipped with `after`. */
  async function wait(address, { subject = "", after = 0, limit = 20_000 } = {}) {
    const end = Date.now() + limit;
    for (;;) {
      const found = mails.slice(after).find((mail) => mail.to.includes(address) && mail.subject.includes(subject));
      if (found) return found;
      if (Date.now() > end) throw new Error(`no mail «${subject}» to ${address}; came: ${mails.map((m) => `${m.to} ${m.subject}`).join("; ")}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return { url: `smtp://127.0.0.1:${port}`, mails, wait, stop: () => new Promise((resolve) => server.close(resolve)) };
}

/** The address of the link with these words in a mail, and that it stands in the text too. */
export function link(mail, words) {
  const anchor = [...mail.html.matchAll(/<a[^>]+href="([^"]+)"[^>]*>([^<]+)<\/a>/g)].find(([, , text]) => text.includes(words));
  if (!anchor) throw new Error(`no link «${words}» in «${mail.subject}»:\n${mail.html}`);
  const href = anchor[1].replaceAll("&amp;", "&");
  if (!mail.text.includes(href)) throw new Error(`the text of «${mail.subject}» lacks ${href}`);
  return href;
}
