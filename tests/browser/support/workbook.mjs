// A workbook made for people's eyes: titles, merged headings, indents, gaps, signs, a hidden sheet, a column nobody can be sure of.

import { zip } from './zip.mjs';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const letter = (column) => String.fromCharCode(65 + column);

function cell(value, row, column) {
  const place = `${letter(column)}${row}`;
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

function sheet({ rows, merged = [] }) {
  const row = (cells, at) => `<row r="${at + 1}">${cells.map((value, column) => cell(value, at + 1, column)).join('')}</row>`;
  const merges = merged.length ? `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : '';
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.map(row).join('')}</sheetData>${merges}</worksheet>`;
}

/** A workbook of sheets, each `{ name, rows, merged, hidden }`. */
export function workbook(name, sheets) {
  const relation = (type, target, id) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (inner) => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  const override = (part, kind) => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const numbered = sheets.map((one, at) => ({ ...one, number: at + 1 }));
  const parts = [
    ['[Content_Types].xml', `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('/xl/workbook.xml', 'sheet.main')}${numbered.map(({ number }) => override(`/xl/worksheets/sheet${number}.xml`, 'worksheet')).join('')}</Types>`],
    ['_rels/.rels', relations(relation('officeDocument', 'xl/workbook.xml', 'r1'))],
    ['xl/workbook.xml', `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${numbered.map(({ name, number, hidden }) => `<sheet name="${name}" sheetId="${number}"${hidden ? ' state="hidden"' : ''} r:id="s${number}"/>`).join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', relations(numbered.map(({ number }) => relation('worksheet', `worksheets/sheet${number}.xml`, `s${number}`)).join(''))],
    ...numbered.map((one) => [`xl/worksheets/sheet${one.number}.xml`, sheet(one)]),
  ];
  return { name, bytes: zip(new Map(parts)) };
}

const TABLE = [
  ['Tabel 3. Forebyggelige ophold og lægekapacitet, sundhedsråd'],
  [],
  ['', '', 'Ophold, 65+ år', '', 'Pr. 1.000 65+ år', '', 'Tilmeldte'],
  ['Område', 'Kode', '2024', '2025*', '2024', '2025*', '2025'],
  ['', '', 'antal', 'antal', '', '', 'pr. kap.'],
  ['Hele landet', '000', '83.310', '82.093', '65,0', '64,1', '1.594'],
  ['Region Syddanmark', '1083', '17.312', '17.064', '62,9', '62,0', '1.618'],
  ['  Sundhedsråd Lillebælt', '', '3.771', '3.680', '61,0', '58,4', '1.642'],
  ['    Fredericia', '607', '714', '721', '64,3', '63,9', '1.701'],
  ['    Kolding', '621', '1.140', '1.112', '60,9', '58,0', '1.688'],
  ['    Middelfart', '410', '529', '509', '59,3', '55,1', '1.473'],
  ['    Vejle', '630', '1.388', '1.338', '59,9', '57,4', '1.655'],
  [],
  ['  Sundhedsråd Sydvestjylland', '', '3.402', '3.377', '67,8', '66,9', '1.580'],
  ['    Billund', '530', '352', '349', '63,1', '62,0', '1.544'],
  ['    Esbjerg', '561', '1.790', '1.803', '70,4', '69,9', '1.612'],
  ['    Fanø', '563', '<5', '-', '..', '0,0', '1.102'],
  ['    Varde', '573', '668', '651', '64,7', '62,5', '1.566'],
  ['    Vejen', '575', '590', '574', '66,2', '…', '1.571'],
  [],
  ['Kilde: LPR, udtræk 10. sept. 2026. * Foreløbige tal.'],
  ['2) Én praksis lukket i august. - er nul, .. er diskretion.'],
];

/** The workbook; a later edition has later years. */
export function uglyWorkbook(years = ['2024', '2025']) {
  const dated = (text) => text.replace(/^2025(\*?)$/, `${years[1]}$1`).replace(/^2024$/, years[0]);
  const rows = TABLE.map((cells, at) => (at === 3 ? cells.map(dated) : cells));
  return workbook('sundhedsraad_tabel3_endelig_v2.xlsx', [
    { name: 'Forside', rows: [['Sundhedsråd i tal'], ['Udarbejdet af Demoudgiver, september 2026.']] },
    { name: 'Tabel 3', rows, merged: ['C3:D3', 'E3:F3'] },
    { name: 'Ark2', rows: [] },
    { name: 'Pivot', rows: [['Kladde'], ['må slettes']], hidden: true },
  ]);
}
