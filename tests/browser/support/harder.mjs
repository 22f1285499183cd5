// Files whose reading is doubtful or wrong until a person puts it right: each with the numbers that are in it.

import { workbook } from './workbook.mjs';

const csv = (name, lines) => ({ name, bytes: Buffer.from(`${lines.join('\n')}\n`) });
const book = (name, rows, merged) => workbook(name, [{ name: 'Ark1', rows, merged }]);

/** Two offices wrote in one column, one with a decimal comma and one with a decimal point. */
export const twoConventions = csv('to-skrivemaader.csv', [
  'Kommune;År;Udgift pr. ophold',
  'Kolding;2025;41,5',
  'Vejle;2025;1.238,25',
  'Aalborg;2025;44.5',
  'Hjørring;2025;1,039.75',
]);

/** What a clerk wrote above the table has numbers as well, and stands right on top of it. */
export const buriedHeader = book('noter-over.xlsx', [
  ['Indberetning', 2025, 3],
  ['Kørsel nr.', 17, 12],
  ['Kontakt, lokal', 7220, 14],
  ['Kommune', 'Ophold', 'Sengedage'],
  ['Kolding', 120, 360],
  ['Vejle', 80, 250],
  ['Fanø', 4, 9],
  ['Udtrukket', 17, 2026],
]);

/** Numbers of wards that nobody gave a heading, and the whole house under a name of its own. */
export const ownTotal = book('koncern.xlsx', [
  ['', 'Ophold', 'Dage'],
  ['Koncernen', 240, 700],
  [4510, 120, 360],
  [4520, 80, 250],
  [4530, 40, 90],
]);

/** Sexes by words of the house above years, and a unit that is no count in the third row. */
export const crosstab = book(
  'krydstabel.xlsx',
  [
    ['', 'Herrer', '', 'Damer', ''],
    ['Kommune', '2024', '2025', '2024', '2025'],
    ['', 'pr. 100', 'pr. 100', 'pr. 100', 'pr. 100'],
    ['Kolding', 10, 11, 12, 13],
    ['Vejle', 20, 21, 22, 23],
  ],
  ['B1:C1', 'D1:E1'],
);

/** Shares without any sign that they are. */
export const bareShares = csv('genindlagt.csv', ['Kommune;År;Ophold;Genindlagt', 'Kolding;2025;120;12', 'Vejle;2025;80;15', 'Fanø;2025;40;9']);

/** A remark with a number between the rows, and below a sum of the publisher's own that looks like a place. */
export const remarkInside = book('note-i-midten.xlsx', [
  ['Kommune', 'År', 'Ophold'],
  ['Kolding', 2025, 120],
  ['Vejle', 2025, 80],
  ['Rettet i marts', 2025, 17],
  ['Fanø', 2025, 40],
  ['Billund', 2025, 30],
  ['Kontrolsum', 2025, 271],
]);

/** Two tables under each other, of which only the second is wanted, under another title. */
export const secondTable = book('to-tabeller.xlsx', [
  ['Budget'],
  ['Kommune', 'Kroner'],
  ['Kolding', 1000],
  ['Vejle', 2000],
  [],
  ['Ark til udfyldning'],
  ['Kommune', 'Antal'],
  ['Kolding', 120],
  ['Vejle', 80],
  ['Fanø', 40],
]);

/** Ages and services by words and codes of the house. */
export const ownAges = csv('egne-aldre.csv', [
  'Kommune;Gruppe;Ydelse;Antal',
  'Kolding;Børn;5110;10',
  'Kolding;Voksne;5120;20',
  'Kolding;Ældre;5110;30',
  'Vejle;Børn;5120;1',
  'Vejle;Voksne;5110;2',
  'Vejle;Ældre;5120;3',
]);

/** The newest year has a letter that says it is preliminary, in its heading and beside its numbers. */
export const preliminary = book('foreloebig.xlsx', [
  ['Kommune', '2024', '2025 f'],
  ['Kolding', '11', '12'],
  ['Vejle', '21', '22'],
  ['Fanø', 'u.o.', '§'],
]);

/** Places by the names people use. */
export const ownPlaces = csv('egne-steder.csv', ['Sted;År;Ophold', 'Kbh.;2025;100', 'Odense by;2025;50', 'Kolding;2025;20', 'Landet;2025;170']);

/** Several doubts at once: whole numbers or not, in two columns, and a word among numbers. */
export const severalQuestions = book('flere-spoergsmaal.xlsx', [
  ['Kommune', 'Tilmeldte', 'Udgift', 'Besøg'],
  ['Kolding', '1.688', '2.125', '31'],
  ['Vejle', '1.655', '3.250', 'lukket'],
  ['Fanø', '1.102', '1.500', '7'],
]);
