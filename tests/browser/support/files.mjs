// Files to open: the demonstrations, parts of them, and files made for a test.

import { createCipheriv } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { members, zip } from './zip.mjs';

const demos = process.env.SNIT_DEMOS ?? 'dist/demo';

/** Where a demonstration lies. */
export const demo = (name) => join(demos, name);

/** A demonstration as a file to pick or drop. */
export const demoFile = (name) => ({ name, bytes: readFileSync(demo(name)) });

/** Lays a file in a folder of its own while `visit` works with its path. */
export async function inFolder({ name, bytes }, visit) {
  const folder = mkdtempSync(join(tmpdir(), 'snit-file-'));
  try {
    writeFileSync(join(folder, name), bytes);
    return await visit(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The million rows of the sandbox as the Parquet file they are. */
export function millionRows() {
  const bytes = members(readFileSync(demo('sandkasse.snit'))).get('tables/kontakter.parquet');
  return { name: 'kontakter.parquet', bytes };
}

/** A package whose descriptor promises one row more than its first table has; all else is as it was. */
export function lyingPackage() {
  const parts = members(readFileSync(demo('sundhedsraad-noegletal.snit')));
  const descriptor = JSON.parse(parts.get('datapackage.json').toString('utf8'));
  descriptor.resources[0]['snit:table'].rows += 1;
  return { name: 'noegletal-loegn.snit', bytes: zip(parts.set('datapackage.json', Buffer.from(JSON.stringify(descriptor)))) };
}

/** Bytes without any pattern, the same at every run. */
export const noise = (length) => createCipheriv('aes-128-ctr', Buffer.alloc(16, 7), Buffer.alloc(16)).update(Buffer.alloc(length));

const CSV_PLACES = ['Kolding', 'Vejle', 'Middelfart', 'Fredericia', 'Ærø', 'Tønder', 'Aalborg', 'København'];
const CSV_YEARS = [2024, 2025];
const CSV_SEXES = ['Kvinder', 'Mænd'];

/** The rows of the Danish table: place, year, sex, contacts, cost. */
export const csvRows = CSV_PLACES.flatMap((place, p) =>
  CSV_YEARS.flatMap((year, y) =>
    CSV_SEXES.map((sex, s) => ({ place, year, sex, contacts: 1204 + 1117 * p + 310 * y + 73 * s, cost: 98765.43 + 12345.5 * p - 1000.25 * y + 10.5 * s })),
  ),
);

/** The table as a Danish office saves it: semicolons, decimal commas, dots between thousands, CRLF. */
export function danishCsv(name, encoding = 'utf8') {
  const danish = (value, decimals) => new Intl.NumberFormat('da-DK', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
  const line = ({ place, year, sex, contacts, cost }) => [place, year, sex, danish(contacts, 0), danish(cost, 2)].join(';');
  const text = ['Kommune;År;Køn;Kontakter;Udgift i kr.', ...csvRows.map(line), ''].join('\r\n');
  const bytes = encoding === 'utf8' ? Buffer.from(`\ufeff${text}`) : Buffer.from(text, 'latin1');
  return { name, bytes };
}

/** A workbook whose only cell is the last one a sheet can have. */
export function farCell() {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (type, file) =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/${type}" Target="${file}"/></Relationships>`;
  const type = (part, kind) => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const types = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('/xl/workbook.xml', 'sheet.main')}${type('/xl/worksheets/sheet1.xml', 'worksheet')}</Types>`;
  const book = `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Ark1" sheetId="1" r:id="r1"/></sheets></workbook>`;
  const sheet = `${head}<worksheet xmlns="${main}"><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`;
  const parts = [
    ['[Content_Types].xml', types],
    ['_rels/.rels', relations('officeDocument', 'xl/workbook.xml')],
    ['xl/workbook.xml', book],
    ['xl/_rels/workbook.xml.rels', relations('worksheet', 'worksheets/sheet1.xml')],
    ['xl/worksheets/sheet1.xml', sheet],
  ];
  return { name: 'fjern-celle.xlsx', bytes: zip(new Map(parts)) };
}
