// Files that somebody drops together: exports of one kind, tables side by side, doubtful ones and a broken one.

import { uglyWorkbook, workbook } from './workbook.mjs';

const text = (name, lines) => ({ name, bytes: Buffer.from(`${lines.join('\n')}\n`) });

/** Four exports of one kind, a year each: three are text, one is a workbook with other letters in its headings. */
export const exports = [
  text('ophold_2022.csv', ['Kommune;Køn;Ophold', 'Kolding;Mænd;101', 'Kolding;Kvinder;102', 'Vejle;Mænd;103', 'Vejle;Kvinder;104']),
  text('ophold_2023.csv', ['Køn;Kommune;Ophold', 'Mænd;Kolding;201', 'Kvinder;Kolding;202', 'Mænd;Vejle;203', 'Kvinder;Vejle;<5']),
  workbook('ophold_2024.xlsx', [{ name: 'Ark1', rows: [['Kommune', 'Køn', 'Ophold'], ['Kolding', 'Mænd', 301], ['Kolding', 'Kvinder', 302], ['Vejle', 'Mænd', 303], ['Vejle', 'Kvinder', 304]] }]),
  text('ophold_2025.csv', ['KOMMUNE;KØN;OPHOLD', 'Kolding;M;401', 'Kolding;K;402', 'Vejle;M;403', 'Vejle;K;404']),
];

/** Two tables of the same places and years, which count other things. */
export const sideBySide = [
  text('besoeg.csv', ['Kommune;År;Besøg', 'Kolding;2024;1000', 'Kolding;2025;1100', 'Vejle;2024;2000', 'Vejle;2025;2100']),
  workbook('borgere.xlsx', [{ name: 'Ark1', rows: [['År', 'Kommune', 'Borgere'], [2024, 'Kolding', 94_000], [2025, 'Kolding', 95_000], [2024, 'Vejle', 120_000], [2025, 'Vejle', 121_000]] }]),
];

/** A workbook that is cut off in the middle. */
export const broken = { name: 'ophold_afbrudt.xlsx', bytes: exports[2].bytes.subarray(0, 900) };

/** Two exports of one sender with the same doubt, and one without any. */
export const doubtful = [
  text('tilmeldte_2023.csv', ['Kommune;Tilmeldte', 'Kolding;1.688', 'Vejle;1.655', 'Fanø;1.102']),
  text('tilmeldte_2024.csv', ['Kommune;Tilmeldte', 'Kolding;1.711', 'Vejle;1.702', 'Fanø;1.099']),
  text('tilmeldte_2025.csv', ['Kommune;Tilmeldte', 'Kolding;1.750', 'Vejle;1.740', 'Fanø;998']),
];

/** Three files of one name, which count different things of the same places. */
export const namesakes = [
  text('tal.csv', ['Kommune;År;Ophold', 'Kolding;2024;5', 'Vejle;2024;6']),
  text('tal.csv', ['Kommune;År;Besøg', 'Kolding;2024;12', 'Vejle;2024;13']),
  text('tal.csv', ['Kommune;År;Dage', 'Kolding;2024;50', 'Vejle;2024;60']),
];

/** A file of words alone. */
export const words = text('ord.csv', ['kun ord', 'og flere']);

/** The ugly workbook of two years. */
export const workbooks = [uglyWorkbook(['2022', '2023']), { ...uglyWorkbook(['2024', '2025']), name: 'sundhedsraad_tabel3_naeste.xlsx' }];
