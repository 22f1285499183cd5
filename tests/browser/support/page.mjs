// What a person does on the page, and what they see: by roles and Danish names only.

/** Picks a file, a path or `{ name, bytes }`, as the picker of the page hands it over. */
export async function choose(page, file) {
  const picked = typeof file === 'string' ? file : { name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes };
  await page.getByLabel(/^(Vælg fil|Choose file)…$/).setInputFiles(picked);
}

/** Drops a file on the page, or several at once. */
export async function drop(page, ...files) {
  // What is dropped before the page listens is lost.
  await page.getByLabel(/^(Vælg fil|Choose file)…$/).waitFor({ state: 'attached' });
  const held = await page.evaluateHandle(
    (files) => {
      const held = new DataTransfer();
      for (const [name, base64] of files) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        held.items.add(new File([bytes], name));
      }
      return held;
    },
    files.map(({ name, bytes }) => [name, bytes.toString('base64')]),
  );
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', type, { dataTransfer: held });
}

/** Waits until nothing is being read or calculated, and the page is painted. */
export async function settled(page) {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let calm = 0; calm < 3; ) {
      await frame();
      calm = document.querySelector('main')?.getAttribute('aria-busy') === 'false' ? calm + 1 : 0;
    }
  });
}

const views = (page) => page.getByRole('navigation', { name: /^(Visninger|Views)$/ });

/** The link of a view in the bar. */
export const viewLink = (page, name) => views(page).getByRole('link', { name, exact: true });

/** Goes to a view. */
export async function openView(page, name) {
  await viewLink(page, name).click();
  await settled(page);
}

/** Waits until a view is the present one, of the package with this title if one is named; a refusal ends the waiting. */
export async function atView(page, name, title = '') {
  const titled = page.getByRole('banner').getByText(title).first();
  const alert = page.getByRole('alert').first();
  await titled.or(alert).first().waitFor();
  await views(page).locator('[aria-current=page]').getByText(name, { exact: true }).or(alert).first().waitFor();
  if (await alert.count()) throw new Error(`refused: ${await alert.innerText()}`);
  await settled(page);
}

/** The table of Snit. */
export const pivot = (page) => page.getByRole('region', { name: /^(Snittets tabel|The table of the slice)/ }).getByRole('table');

/** A table as it is seen: a list of rows, each a list of the words in its cells. */
export async function seen(table) {
  return table.evaluate((table) => {
    const isSpoken = (element) => element.tagName === 'svg' || element.offsetWidth <= 1;
    const words = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (node.nodeType !== Node.ELEMENT_NODE || isSpoken(node)) return '';
      return [...node.childNodes].map(words).join('');
    };
    return [...table.rows].map((row) => [...row.cells].map((cell) => [...cell.childNodes].map(words).join('').trim()));
  });
}

/** The numbers of Snit: the full names of its value columns, and for each row its label and what its cells show. */
export async function seenPivot(page) {
  const table = pivot(page);
  const sorts = table.getByRole('button', { name: /: (sortér|sort)$/ });
  const heads = await sorts.evaluateAll((buttons) => buttons.map((button) => ({ name: button.ariaLabel, left: button.getBoundingClientRect().left })));
  const columns = heads.sort((a, b) => a.left - b.left).map(({ name }) => name.replace(/: \S+$/, ''));
  const labels = await table.getByRole('rowheader').evaluateAll((heads) => heads.map((head) => head.querySelector('span').textContent));
  const bodies = (await seen(table)).slice(-labels.length);
  return { columns, rows: bodies.map(([, ...cells], at) => ({ label: labels[at], cells })) };
}

/** The address after `#` of a view with a layout of Snit. */
export const pivotLink = (dataset, layout) => `#package=${encodeURIComponent(dataset)}&view=pivot&pivot=${encodeURIComponent(JSON.stringify(layout))}`;

/** The one refusal on the page: its headline, place and remedy. */
export async function refusal(page) {
  const alert = page.getByRole('alert');
  await alert.first().waitFor();
  await settled(page);
  const count = await alert.count();
  if (count !== 1) throw new Error(`${count} refusals are shown`);
  const [what, remedy] = await alert.getByRole('paragraph').allInnerTexts();
  return { what: what.trim(), remedy: remedy.trim() };
}
