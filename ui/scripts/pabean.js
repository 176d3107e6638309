// Everything here only helps: each page works without it. Nothing writes HTML from text (Trusted Types).

import { lookups } from "./cari.js";
import { countdown } from "./countdown.js";
import { confirm } from "./confirm.js";
import { forms } from "./forms.js";
import { photos } from "./foto.js";
import { keeping } from "./jaga.js";
import { kunci } from "./kunci.js";
import { grid } from "./kisi.js";
import { menus } from "./menus.js";
import { passwords } from "./passwords.js";
import { shortcuts } from "./pintasan.js";
import { reveal } from "./reveal.js";
import { session } from "./session.js";
import { saving } from "./simpan.js";
import { summary } from "./summary.js";
import { tables } from "./tables.js";
import { questions } from "./tanya.js";
import { theme } from "./theme.js";

for (const start of [summary, menus, theme, passwords, reveal, tables, countdown, questions, confirm, lookups, shortcuts, saving, grid, kunci, photos, forms, keeping, session]) start();
