// Everything here only helps: each page works without it. Nothing writes HTML from text (Trusted Types).

import { confirm } from "./confirm.js";
import { forms } from "./forms.js";
import { menus } from "./menus.js";
import { passwords } from "./passwords.js";
import { reveal } from "./reveal.js";
import { session } from "./session.js";
import { summary } from "./summary.js";
import { tables } from "./tables.js";
import { theme } from "./theme.js";

for (const start of [summary, menus, theme, passwords, reveal, tables, confirm, forms, session]) start();
