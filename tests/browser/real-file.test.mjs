// A workbook as its publisher made it (Statistics Denmark, StatBank, table INDAMP01, CC BY 4.0) opens with its known answers.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { atView, choose, pivotLink, seenPivot } from './support/page.mjs';
import { root } from './support/server.mjs';

const NAME = 'statbank_indamp01_2018_en.xlsx';
const FILE = join(root, '..', 'shared', 'real', NAME);
const skip = existsSync(FILE) ? false : `${NAME} is not on this machine`;

test('the population of 2018 has its known totals, and its footnote is shown', { skip }, async () => {
  const layout = { rows: ['kommune'], columns: ['sex'], measures: [] };
  await withPage(
    async ({ page, problems }) => {
      await page.getByText(`Linket hører til »${NAME}«.`).waitFor();
      await choose(page, FILE);
      await atView(page, 'Snit', NAME);
      const { rows } = await seenPivot(page);
      const of = (name) => rows.find(({ label }) => label === name)?.cells;
      assert.deepEqual(rows[0].cells, ['2.876.499', '2.904.691', '5.781.190']);
      assert.equal(of('København').at(-1), '613.288');
      assert.equal(rows.length - 1, 98, 'regions and the country are no municipalities');
      const sum = rows.slice(1).reduce((sum, { cells }) => sum + Number(cells.at(-1).replaceAll('.', '')), 0);
      assert.equal(sum, 5_781_190);
      await page.getByText('The table contains people living in Denmark 1. January').first().waitFor();
      assert.deepEqual(problems, []);
    },
    { hash: pivotLink(NAME, layout) },
  );
});
