// A workbook of one sheet of texts, written by hand: an archive without compression.

const NAMES = "http://schemas.openxmlformats.org";

const escape = (text) => text.replace(/[&<>"]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[mark]);

function column(at) {
  return at < 26 ? String.fromCharCode(65 + at) : column(Math.floor(at / 26) - 1) + column(at % 26);
}

function sheet(rows) {
  const lines = rows.map((cells, row) => {
    const inner = cells.map((text, at) => `<c r="${column(at)}${row + 1}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`);
    return `<row r="${row + 1}">${inner.join("")}</row>`;
  });
  return `<worksheet xmlns="${NAMES}/spreadsheetml/2006/main"><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

/** The bytes of a workbook. */
export function workbook(name, rows) {
  const relation = (id, kind, target) =>
    `<Relationships xmlns="${NAMES}/package/2006/relationships"><Relationship Id="${id}" Type="${NAMES}/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`;
  return archive([
    ["[Content_Types].xml", `<Types xmlns="${NAMES}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`],
    ["_rels/.rels", relation("r1", "officeDocument", "xl/workbook.xml")],
    ["xl/workbook.xml", `<workbook xmlns="${NAMES}/spreadsheetml/2006/main" xmlns:r="${NAMES}/officeDocument/2006/relationships"><sheets><sheet name="${escape(name)}" sheetId="1" r:id="r1"/></sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels", relation("r1", "worksheet", "worksheets/sheet1.xml")],
    ["xl/worksheets/sheet1.xml", sheet(rows)],
  ]);
}

function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}

function archive(entries) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [name, text] of entries) {
    const body = Buffer.from(text);
    const title = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(body), 10);
    head.writeUInt32LE(body.length, 14);
    head.writeUInt32LE(body.length, 18);
    head.writeUInt16LE(title.length, 22);
    parts.push(Buffer.from("PK\x03\x04"), head, title, body);
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(at, 12);
    directory.push(Buffer.from("PK\x01\x02\x14\x00"), head, tail.subarray(2), title);
    at += 4 + head.length + title.length + body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, list, Buffer.from("PK\x05\x06"), end]);
}
