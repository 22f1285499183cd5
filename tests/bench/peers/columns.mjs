// The columns of Arrow files as plain typed arrays of codes and numbers, with the names of the codes.

import { tableFromIPC } from '@uwdata/flechette';

const WIDE = { patients: Int32Array, contacts: Int32Array, cost_dkk: Float64Array, bed_days: Float64Array };
/** Years and months are numbers in the file; as codes they begin at 0. */
const RANGES = { year: [2016, 10], month: [1, 12] };

/** Files or streams that follow one another. */
export const tablesOf = (files) => files.map((bytes) => tableFromIPC(bytes, { useBigInt: false }));

export const rowCount = (tables) => tables.reduce((sum, { numRows }) => sum + numRows, 0);

/** Fills `values`, made by `room(Type, rows)`, with a column; gives it with the names of its codes. */
export function readColumn(tables, name, room) {
  const values = room(WIDE[name] ?? Uint8Array, rowCount(tables));
  const names = RANGES[name] ? Array.from({ length: RANGES[name][1] }, (_, code) => RANGES[name][0] + code) : [];
  let row = 0;
  for (const table of tables) {
    const batches = table.getChild(name).data;
    const codes = batches[0].dictionary && codesIn(names, batches[0].dictionary);
    for (const batch of batches) {
      copy(values.subarray(row, row + batch.length), batch.values, codes ?? RANGES[name]?.[0]);
      row += batch.length;
    }
  }
  return { values, names };
}

/** What a dictionary's codes are among all names so far; nothing where they are the same. */
function codesIn(names, dictionary) {
  const members = Array.from(dictionary);
  for (const member of members) if (!names.includes(member)) names.push(member);
  return members.every((member, code) => names[code] === member) ? 0 : Uint8Array.from(members, (member) => names.indexOf(member));
}

/** Numbers as they are, or by a table of codes, or less the first of a range. */
function copy(into, values, change = 0) {
  if (change === 0) into.set(values.subarray(0, into.length));
  else if (typeof change === 'number') for (let index = 0; index < into.length; index += 1) into[index] = values[index] - change;
  else for (let index = 0; index < into.length; index += 1) into[index] = change[values[index]];
}

/** Which rows of a column hold a number, as 0 and 1; where none, the number becomes 0. */
export function readValidity(tables, name, values, valid) {
  let row = 0;
  for (const { length, validity } of tables.flatMap((table) => table.getChild(name).data)) {
    for (let index = 0; index < length; index += 1, row += 1) {
      valid[row] = validity?.length > 0 ? (validity[index >> 3] >> (index & 7)) & 1 : 1;
      if (!valid[row]) values[row] = 0;
    }
  }
}
